package io.astrionix.musicmuse.accounts.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who shall run this installation. */
public record FirstAdminCommand(
        @NotNull @Size(max = 100) String token,

        @NotNull @PersonName String name,

        @NotNull @EmailAddress String email,

        @NotNull @Size(min = 1, max = 1000) String password) {

    /** Without token and password: this text may end up in a log. */
    @Override
    public String toString() {
        return "first admin";
    }
}
