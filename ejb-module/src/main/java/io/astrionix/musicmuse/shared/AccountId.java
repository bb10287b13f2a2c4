package io.astrionix.musicmuse.shared;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The id of an account: the only thing contexts outside {@code accounts} know about a person. */
public record AccountId(UUID value) implements Serializable {

    public AccountId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
