package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** So many requests from one network or account are not believed. */
public class TooManyRequestsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public TooManyRequestsException() {
        super("request.tooMany", "Too many requests");
    }
}
