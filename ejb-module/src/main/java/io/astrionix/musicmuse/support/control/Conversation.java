package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.entity.Author;
import io.astrionix.musicmuse.support.entity.Sender;
import io.astrionix.musicmuse.support.entity.SupportThread;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What senders do: begin threads and go on in them. The same text sent twice is one message. Needs the caller's
 * transaction.
 */
@Dependent
public class Conversation {

    /** How long the same message to the same end is taken for the same one sent twice. */
    private static final Duration SAME = Duration.ofMinutes(15);

    private ThreadRepository threads;
    private SupportMails mails;
    private AuditLog audit;
    private Clock clock;

    public Conversation() {} // required by CDI beside the constructor below

    @Inject
    public Conversation(ThreadRepository threads, SupportMails mails, AuditLog audit, Clock clock) {
        this.threads = threads;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a first message, acknowledges it (R23) and tells the operator of an urgent one (R61).
     *
     * @param account whose it is; empty where none has the sender's address
     * @return the thread's number
     */
    public String begin(MessageCategory category, Sender sender, Optional<AccountId> account, String message) {
        threads.lockSender(sender.email());
        var now = clock.instant();
        var before = threads.newestOf(sender.email(), now.minus(SAME))
                .filter(thread -> thread.category() == category && thread.isRepeated(Author.SENDER, message));
        if (before.isPresent()) {
            return before.get().reference();
        }
        var thread = new SupportThread(threads.nextReference(), category, sender, message, now, ZoneId.systemDefault());
        threads.add(thread, account);
        mails.received(thread);
        note(thread);
        return thread.reference();
    }

    /** A further message of the sender. */
    public void goOn(SupportThread thread, String message) {
        if (!thread.isRepeated(Author.SENDER, message)) {
            thread.ask(message, clock.instant(), ZoneId.systemDefault());
            note(thread);
        }
    }

    private void note(SupportThread thread) {
        if (thread.urgent()) {
            mails.urgent(thread);
        }
        var event = AuditEvent.done(AuditAction.SUPPORT_MESSAGE_RECEIVED)
                .on("support-thread", thread.id())
                .with("category", thread.category());
        audit.record(thread.account()
                .filter(owner -> thread.sender().signedIn())
                .map(event::by)
                .orElse(event));
    }
}
