package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The account had so many mails sent within the last hour that no more go out for now. */
public class TooManyMailsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public TooManyMailsException() {
        super("account.email.tooMany", "Too many mails within an hour");
    }
}
