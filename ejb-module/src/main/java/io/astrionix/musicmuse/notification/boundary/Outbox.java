package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.notification.control.OutboxRepository;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Takes mails, in the transaction of whoever has something to say: no commit, no mail. */
@Stateless
@PermitAll
public class Outbox {

    private OutboxRepository mails;
    private Settings settings;
    private Event<Mail> queued;
    private Clock clock;

    public Outbox() {} // required by the EJB proxy

    @Inject
    public Outbox(OutboxRepository mails, Settings settings, Event<Mail> queued, Clock clock) {
        this.mails = mails;
        this.settings = settings;
        this.queued = queued;
        this.clock = clock;
    }

    /**
     * Keeps the mail until the worker has sent it. A mail whose key is there already is dropped (R82).
     *
     * @throws IllegalArgumentException if its link leads elsewhere than to this site
     */
    public void send(Mail mail) {
        requireOwnLink(mail);
        if (mails.add(mail, clock.instant())) {
            queued.fire(mail);
        }
    }

    private void requireOwnLink(Mail mail) {
        var link = mail.values().get(MailValue.LINK.key());
        var site = settings.text(Setting.SITE_ORIGIN);
        if (link != null && site.filter(origin -> link.startsWith(origin + "/")).isEmpty()) {
            throw new IllegalArgumentException("the link does not begin with " + Setting.SITE_ORIGIN.variable());
        }
    }
}
