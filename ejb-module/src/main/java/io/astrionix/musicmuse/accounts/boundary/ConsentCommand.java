package io.astrionix.musicmuse.accounts.boundary;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * What a guardian without account says.
 *
 * @param adult declares to be an adult and the child's parent or guardian
 * @param aiDisclosure whether data may go to AI providers
 * @param language of the mails
 */
public record ConsentCommand(
        @NotNull @PersonName String name,
        @NotBlank @Size(max = 1_000) String password,
        @AssertTrue boolean adult,
        boolean aiDisclosure,
        @NotNull Locale language) {

    /** Nothing of it: a password may not end up in a log. */
    @Override
    public String toString() {
        return "ConsentCommand";
    }
}
