package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The password is long enough only beside a second factor, and the last one was to be removed. */
public class ShortPasswordException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ShortPasswordException() {
        super("account.secondFactor.shortPassword", "The password is too short to be the only factor");
    }
}
