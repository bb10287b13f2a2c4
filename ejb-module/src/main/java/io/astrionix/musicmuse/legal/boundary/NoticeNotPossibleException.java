package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** No mail can be written to the one who publishes. */
public class NoticeNotPossibleException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NoticeNotPossibleException() {
        super("legal.notice.notPossible", "No mail can be written to the one who publishes");
    }
}
