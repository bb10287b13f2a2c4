package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no account with this address. */
public class DisclosureSubjectException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public DisclosureSubjectException() {
        super("disclosure.noSubject", "There is no account with this address");
    }
}
