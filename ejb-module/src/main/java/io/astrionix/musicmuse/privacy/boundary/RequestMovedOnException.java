package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The request has come too far for that: it was answered or cancelled, perhaps in another tab. */
public class RequestMovedOnException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public RequestMovedOnException() {
        super("request.movedOn", "The request has moved on");
    }
}
