package io.astrionix.musicmuse.accounts.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A password as somebody typed it. A type of its own because the container writes the arguments of a refused call into the
 * server's log, where no password may be (R67).
 */
public record TypedPassword(@NotNull @Size(max = 1000) String value) {

    @Override
    public String toString() {
        return "(password)";
    }
}
