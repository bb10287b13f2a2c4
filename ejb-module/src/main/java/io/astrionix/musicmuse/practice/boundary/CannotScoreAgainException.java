package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.shared.BusinessException;
import java.util.UUID;

/** A take cannot be scored again; its score stays as it is. */
public class CannotScoreAgainException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private CannotScoreAgainException(String key, String message) {
        super(key, message);
    }

    /** It was played before the notes heard were kept. */
    public static CannotScoreAgainException notesNotKept(UUID session) {
        return new CannotScoreAgainException(
                "practice.again.notesNotKept", "The notes heard in practice session " + session + " were not kept");
    }

    /** The exercise has other notes now, or there is none any more. */
    public static CannotScoreAgainException musicChanged(UUID session) {
        return new CannotScoreAgainException(
                "practice.again.musicChanged", "The music of practice session " + session + " has changed since");
    }
}
