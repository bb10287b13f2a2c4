package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.accounts.boundary.PersonName;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;

/**
 * A message of somebody who is not signed in.
 *
 * @param language of the mails about it
 */
public record ContactCommand(
        @NotNull MessageCategory category,
        @NotNull @PersonName String name,
        @NotNull @EmailAddress String email,
        @NotNull @MessageText String message,
        @NotNull Locale language) {

    /** Nothing of it: what somebody writes to the operator must not end up in a log. */
    @Override
    public String toString() {
        return "ContactCommand";
    }
}
