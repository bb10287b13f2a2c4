package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The account cannot be used at present anyway. */
public class NothingToLockException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NothingToLockException() {
        super("admin.user.notOpen", "The account is not open");
    }
}
