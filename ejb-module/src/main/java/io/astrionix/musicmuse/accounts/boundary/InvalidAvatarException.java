package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** An upload that does not become an avatar. */
public class InvalidAvatarException extends BusinessException {

    private static final long serialVersionUID = 1L;

    /** Why not; the key of the text is {@code avatar.} and the name. */
    public enum Reason {
        /** More bytes than are taken. */
        TOO_LARGE,
        /** No PNG or JPEG, or a broken one. */
        NOT_A_PICTURE,
        TOO_MANY_PIXELS,
        /** Others are having theirs decoded. */
        BUSY
    }

    public InvalidAvatarException(Reason reason) {
        super("avatar." + reason, "avatar refused: " + reason);
    }
}
