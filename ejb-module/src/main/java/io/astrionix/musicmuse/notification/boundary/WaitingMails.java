package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.notification.control.OutboxRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends mails to somebody who is being erased; only the context {@code erasure} may import it (held by the architecture test). */
@Dependent
@Transactional
public class WaitingMails {

    private OutboxRepository mails;

    public WaitingMails() {} // required by the proxy

    @Inject
    public WaitingMails(OutboxRepository mails) {
        this.mails = mails;
    }

    /** Sent or not, and whichever account they were about. */
    public void forget(String recipient) {
        mails.deleteTo(recipient);
    }
}
