package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** A role of the account needs a second factor, and this is the only one. */
public class LastSecondFactorException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public LastSecondFactorException() {
        super("account.secondFactor.last", "The only second factor of an account that needs one");
    }
}
