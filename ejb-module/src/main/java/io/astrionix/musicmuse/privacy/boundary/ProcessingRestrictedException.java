package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The person has restricted what is done with the own data (A9). */
public class ProcessingRestrictedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ProcessingRestrictedException() {
        super("practice.restricted", "Processing is restricted");
    }
}
