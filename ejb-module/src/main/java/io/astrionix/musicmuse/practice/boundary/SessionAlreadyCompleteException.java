package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.shared.BusinessException;
import java.util.UUID;

/** A session was completed a second time; the first score stays. */
public class SessionAlreadyCompleteException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public SessionAlreadyCompleteException(UUID session) {
        super("practice.session.alreadyComplete", "Practice session " + session + " is complete");
    }
}
