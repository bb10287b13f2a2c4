package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The address cannot be asked for consent. */
public class GuardianAddressException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private GuardianAddressException(String key, String message) {
        super(key, message);
    }

    static GuardianAddressException own() {
        return new GuardianAddressException("guardian.address.own", "The guardian's address is the minor's own");
    }

    static GuardianAddressException tooMany() {
        return new GuardianAddressException("guardian.address.tooMany", "The question was sent too often");
    }
}
