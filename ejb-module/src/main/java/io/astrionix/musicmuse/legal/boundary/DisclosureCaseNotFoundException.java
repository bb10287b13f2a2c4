package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such open case. */
public class DisclosureCaseNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public DisclosureCaseNotFoundException() {
        super("disclosure.notFound", "There is no such open case");
    }
}
