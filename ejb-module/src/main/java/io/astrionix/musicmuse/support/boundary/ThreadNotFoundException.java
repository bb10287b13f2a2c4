package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such thread, or it is not for the caller: the same answer on purpose. */
public class ThreadNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ThreadNotFoundException() {
        super("support.notFound", "No such thread");
    }
}
