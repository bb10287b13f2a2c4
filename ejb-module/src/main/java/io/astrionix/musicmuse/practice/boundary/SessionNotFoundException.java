package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.shared.BusinessException;
import java.util.UUID;

/** There is no such session, or it is somebody else's: the same answer on purpose. */
public class SessionNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public SessionNotFoundException(UUID session) {
        super("practice.session.notFound", "No practice session " + session + " of this account");
    }
}
