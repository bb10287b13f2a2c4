package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** A new passkey was not made for this site, this moment and a checked user, or is there already. */
public class PasskeyRefusedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public PasskeyRefusedException() {
        super("account.passkey.refused", "The browser's answer about a new passkey was not right");
    }
}
