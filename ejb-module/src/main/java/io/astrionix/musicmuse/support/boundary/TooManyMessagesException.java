package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** So many messages came from one network, one account or for one address that no more are taken for now. */
public class TooManyMessagesException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public TooManyMessagesException() {
        super("contact.tooMany", "Too many messages");
    }
}
