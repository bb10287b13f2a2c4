package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** One account exported personal data too often; waiting helps. */
public class TooManyExportsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    TooManyExportsException() {
        super("guardian.export.tooMany", "Too many exports by one account");
    }
}
