package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The password must be typed again before this can be done. */
public class CredentialNotFreshException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public CredentialNotFreshException() {
        super("account.confirm.needed", "The credential was not confirmed within the last minutes");
    }
}
