package io.astrionix.musicmuse.web.retention;

import java.util.Optional;
import java.util.UUID;

/** The id of a run as an address has it. */
final class RunId {

    private RunId() {}

    /** Empty where it is none. */
    static Optional<UUID> of(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
