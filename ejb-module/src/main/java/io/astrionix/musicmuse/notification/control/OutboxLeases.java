package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.notification.boundary.MailState;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.entity.OutboxMail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Lends mails to workers, each to one worker at a time, on however many nodes. Each step is a short transaction of its
 * own, so that none is open while the mail server is waited for. A worker that dies with a mail loses it to another
 * when the lease ends; what it did is not known then, so that the mail goes out again, with the same Message-ID.
 */
@Dependent
public class OutboxLeases {

    /** Longer than a slow mail server can make one mail last. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private OutboxRepository mails;
    private Clock clock;

    public OutboxLeases() {} // required by the proxy

    @Inject
    public OutboxLeases(OutboxRepository mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** @param attempt which try this is, from 1 */
    public record LentMail(
            UUID id,
            int attempt,
            MailTemplate template,
            String to,
            Locale language,
            Map<String, String> values,
            Instant queuedAt) {}

    /** The mail that is due longest; empty: none is due. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<LentMail> take() {
        var now = clock.instant();
        var due = mails.lockDue(now);
        due.ifPresent(mail -> mail.lease(now, LEASE));
        return due.map(mail -> new LentMail(
                mail.id(),
                mail.attempts(),
                mail.template(),
                mail.recipient(),
                mail.language(),
                MailValues.fromJson(mail.values()),
                mail.queuedAt()));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void sent(LentMail lent) {
        ifStillLent(lent, mail -> mail.sent(clock.instant()));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void notSent(LentMail lent, String error) {
        ifStillLent(lent, mail -> Backoff.after(lent.attempt())
                .ifPresentOrElse(
                        pause -> mail.tryAgainAt(clock.instant().plus(pause), error), () -> mail.giveUp(error)));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void undeliverable(LentMail lent, String error) {
        ifStillLent(lent, mail -> mail.giveUp(error));
    }

    /** Not where the lease ended and another worker took the mail, nor where the mail's account is gone. */
    private void ifStillLent(LentMail lent, Consumer<OutboxMail> change) {
        mails.lock(lent.id())
                .filter(mail -> mail.state() == MailState.SENDING && mail.attempts() == lent.attempt())
                .ifPresent(change);
    }
}
