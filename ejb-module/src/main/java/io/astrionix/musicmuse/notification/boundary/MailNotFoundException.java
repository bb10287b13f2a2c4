package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such mail in the outbox, or it has not been given up and cannot be tried again. */
public class MailNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public MailNotFoundException() {
        super("outbox.notFound", "no such mail");
    }
}
