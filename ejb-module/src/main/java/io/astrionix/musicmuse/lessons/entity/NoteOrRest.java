package io.astrionix.musicmuse.lessons.entity;

import java.util.Optional;

/**
 * One sign in a bar.
 *
 * @param pitch empty for a rest
 * @param tiedToNext whether the next sign prolongs this one; never for a rest
 */
public record NoteOrRest(Optional<Pitch> pitch, NoteValue value, boolean tiedToNext) {

    /** @throws IllegalArgumentException for a tied rest */
    public NoteOrRest {
        if (tiedToNext && pitch.isEmpty()) {
            throw new IllegalArgumentException("a rest cannot be tied");
        }
    }

    /** The same sign with another pitch; a rest stays a rest. */
    public NoteOrRest withPitch(Pitch other) {
        return new NoteOrRest(pitch.map(old -> other), value, tiedToNext);
    }
}
