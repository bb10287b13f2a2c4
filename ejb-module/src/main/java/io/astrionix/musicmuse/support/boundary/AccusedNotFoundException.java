package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The report names no account, or that account is not there (any more). */
public class AccusedNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public AccusedNotFoundException() {
        super("abuse.accused.notFound", "No account is named");
    }
}
