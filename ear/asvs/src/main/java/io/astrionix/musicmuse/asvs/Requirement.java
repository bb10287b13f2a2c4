package io.astrionix.musicmuse.asvs;

import java.util.List;
import java.util.Optional;

/**
 * One requirement of OWASP ASVS 5.0 that MusicMuse claims to meet.
 *
 * @param id as in the standard, such as 6.2.1
 * @param level 1 to 3, the level at which the standard asks for it
 * @param text what it asks for, in our words
 * @param tests those that prove it, by the names that {@link TaggedTests} gives
 * @param waits what is not proven yet, and for which feature it waits; empty where nothing is left
 */
public record Requirement(String id, int level, String text, List<String> tests, Optional<String> waits) {

    public Requirement {
        tests = List.copyOf(tests);
    }

    Requirement provenBy(List<String> found) {
        return new Requirement(id, level, text, found, waits);
    }

    /** Tests prove all of it. */
    public boolean isProven() {
        return !tests.isEmpty() && waits.isEmpty();
    }

    /** Tests prove what there is; the rest waits for a feature. */
    public boolean isProvenInPart() {
        return !tests.isEmpty() && waits.isPresent();
    }
}
