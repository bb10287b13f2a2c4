package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** Too many accounts are being made from one network. */
public class TooManyRegistrationsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    TooManyRegistrationsException() {
        super("register.tooMany", "Too many registrations from one network");
    }
}
