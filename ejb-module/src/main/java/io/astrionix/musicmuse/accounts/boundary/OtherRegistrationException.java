package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The password is not the one of the registration that the link is about: somebody else may have begun it. */
public class OtherRegistrationException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public OtherRegistrationException() {
        super("verify.wrongPassword", "Not the password of this registration");
    }
}
