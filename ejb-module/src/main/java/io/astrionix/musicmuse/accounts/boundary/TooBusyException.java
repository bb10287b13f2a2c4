package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** Too many passwords are being hashed at this moment; trying again in a few seconds helps. */
public class TooBusyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public TooBusyException() {
        super("signin.busy", "No slot for a password hash");
    }
}
