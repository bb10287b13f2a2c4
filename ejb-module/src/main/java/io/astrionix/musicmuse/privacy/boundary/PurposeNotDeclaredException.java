package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.shared.BusinessException;

/** Data was to be read for something it was not collected for. */
public class PurposeNotDeclaredException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public PurposeNotDeclaredException(String record, Purpose purpose) {
        super("privacy.purpose", record + " is not there for " + purpose);
    }
}
