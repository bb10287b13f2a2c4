package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;
import java.util.List;

/** The account has as many passkeys as one can have. */
public class TooManyPasskeysException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public TooManyPasskeysException(int most) {
        super("passkey.tooMany", List.of(Integer.toString(most)), "No more than " + most + " passkeys");
    }
}
