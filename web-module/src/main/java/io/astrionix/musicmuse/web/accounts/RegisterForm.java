package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.accounts.boundary.PersonName;
import io.astrionix.musicmuse.accounts.boundary.RegisterCommand;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Locale;

/** The fields of register.xhtml. */
public class RegisterForm {

    private static final int FIRST_YEAR = 1900;

    @NotNull(message = "{io.astrionix.musicmuse.PersonName}")
    @PersonName
    private String name;

    @NotNull(message = "{io.astrionix.musicmuse.EmailAddress}")
    @EmailAddress
    private String email;

    @NotNull(message = "{io.astrionix.musicmuse.password}")
    @Size(max = 1_000, message = "{io.astrionix.musicmuse.password}")
    private String password;

    @NotNull(message = "{io.astrionix.musicmuse.birthMonth}")
    @Min(value = 1, message = "{io.astrionix.musicmuse.birthMonth}")
    @Max(value = 12, message = "{io.astrionix.musicmuse.birthMonth}")
    private Integer birthMonth;

    @NotNull(message = "{io.astrionix.musicmuse.birthYear}")
    @Min(value = FIRST_YEAR, message = "{io.astrionix.musicmuse.birthYear}")
    @Max(value = 2999, message = "{io.astrionix.musicmuse.birthYear}")
    private Integer birthYear;

    @AssertTrue(message = "{io.astrionix.musicmuse.privacyRead}")
    private boolean privacyRead;

    RegisterCommand toCommand(Locale language) {
        return new RegisterCommand(name, email, password, YearMonth.of(birthYear, birthMonth), language, privacyRead);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public Integer getBirthMonth() {
        return birthMonth;
    }

    public void setBirthMonth(Integer birthMonth) {
        this.birthMonth = birthMonth;
    }

    public Integer getBirthYear() {
        return birthYear;
    }

    public void setBirthYear(Integer birthYear) {
        this.birthYear = birthYear;
    }

    public boolean isPrivacyRead() {
        return privacyRead;
    }

    public void setPrivacyRead(boolean privacyRead) {
        this.privacyRead = privacyRead;
    }
}
