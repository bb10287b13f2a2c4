package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The email belongs to an account. Told only to those who may know: never to strangers. */
public class EmailTakenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public EmailTakenException() {
        super("account.emailTaken", "The email belongs to another account");
    }
}
