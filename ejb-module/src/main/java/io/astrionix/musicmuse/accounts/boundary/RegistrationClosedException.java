package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The operator has not opened registration. */
public class RegistrationClosedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    RegistrationClosedException() {
        super("register.closed", "Registration is closed");
    }
}
