package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.notification.control.OutboxRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Takes mails, in the transaction of whoever has something to say: no commit, no mail. */
@Stateless
@PermitAll
public class Outbox {

    private OutboxRepository mails;
    private Clock clock;

    public Outbox() {} // required by the EJB proxy

    @Inject
    public Outbox(OutboxRepository mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** Keeps the mail until the worker has sent it. A mail whose key is there already is dropped. */
    public void send(Mail mail) {
        mails.add(mail, clock.instant());
    }
}
