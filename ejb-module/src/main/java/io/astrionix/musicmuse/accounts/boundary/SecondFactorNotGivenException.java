package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The account has a second factor, and this sign-in began without it: typing the password again is not enough. */
public class SecondFactorNotGivenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public SecondFactorNotGivenException() {
        super("account.secondFactor.notGiven", "The sign-in was without the second factor that there is now");
    }
}
