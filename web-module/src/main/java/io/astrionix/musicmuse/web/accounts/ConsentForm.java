package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.ConsentCommand;
import io.astrionix.musicmuse.accounts.boundary.PersonName;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** The fields of consent.xhtml. */
public class ConsentForm {

    @NotNull(message = "{io.astrionix.musicmuse.PersonName}")
    @PersonName
    private String name;

    @NotNull(message = "{io.astrionix.musicmuse.password}")
    @Size(max = 1_000, message = "{io.astrionix.musicmuse.password}")
    private String password;

    @AssertTrue(message = "{io.astrionix.musicmuse.guardianAdult}")
    private boolean adult;

    private boolean aiDisclosure;

    ConsentCommand toCommand(Locale language) {
        return new ConsentCommand(name, password, adult, aiDisclosure, language);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isAdult() {
        return adult;
    }

    public void setAdult(boolean adult) {
        this.adult = adult;
    }

    public boolean isAiDisclosure() {
        return aiDisclosure;
    }

    public void setAiDisclosure(boolean aiDisclosure) {
        this.aiDisclosure = aiDisclosure;
    }
}
