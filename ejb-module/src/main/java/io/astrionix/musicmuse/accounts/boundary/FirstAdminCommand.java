package io.astrionix.musicmuse.accounts.boundary;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who shall run this installation. */
public record FirstAdminCommand(
        @NotNull @Size(max = 100) String token,

        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @NotBlank @Size(max = 254) @Pattern(regexp = "[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+")
        String email,

        @NotNull @Size(min = 1, max = 1000) String password) {

    /** Without token and password: this text may end up in a log. */
    @Override
    public String toString() {
        return "first admin";
    }
}
