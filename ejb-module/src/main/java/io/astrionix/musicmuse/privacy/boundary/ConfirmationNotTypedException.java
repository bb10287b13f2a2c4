package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** What had to be typed before a deletion was not the account's email. */
public class ConfirmationNotTypedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ConfirmationNotTypedException() {
        super("request.notTyped", "The confirmation is not the account's email");
    }
}
