package io.astrionix.musicmuse.accounts.boundary;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Locale;

/**
 * What the registration form asks; nothing else is kept (R2).
 *
 * @param birth used to find the age state and forgotten (A1)
 * @param language of the mails
 * @param privacyRead that the page about data was read
 */
public record RegisterCommand(
        @NotNull @PersonName String name,
        @NotNull @EmailAddress String email,
        @NotBlank @Size(max = 1_000) String password,
        @NotNull YearMonth birth,
        @NotNull Locale language,
        @AssertTrue boolean privacyRead) {

    /** Nothing of it: neither a password nor a child's name may end up in a log. */
    @Override
    public String toString() {
        return "RegisterCommand";
    }
}
