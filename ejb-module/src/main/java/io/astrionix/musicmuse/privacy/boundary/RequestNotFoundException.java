package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such request, or it is somebody else's. */
public class RequestNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public RequestNotFoundException() {
        super("request.gone", "No such request");
    }
}
