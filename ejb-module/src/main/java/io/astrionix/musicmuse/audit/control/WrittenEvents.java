package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.control.chain.EntryFields;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Follows entries to the commit of their transactions. Each that is there for good gives one line in the server's log,
 * category {@code musicmuse.audit}, without a personal value: a second place, which IT can send away (ASVS 16.4.3).
 */
@ApplicationScoped
public class WrittenEvents {

    private static final Logger LINES = System.getLogger("musicmuse.audit");

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    private final AtomicInteger waiting = new AtomicInteger();

    public void follow(EntryFields entry) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before it is certain
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    waiting.incrementAndGet();
                    LINES.log(Level.INFO, "{0}", line(entry));
                }
            }
        });
    }

    /** How many entries this node has written since it was asked last. */
    int takeWaiting() {
        return waiting.getAndSet(0);
    }

    int waiting() {
        return waiting.get();
    }

    private static String line(EntryFields entry) {
        return entry.action() + " " + entry.outcome() + " entry=" + entry.id() + " actor="
                + (entry.actor() == null ? "-" : entry.actor())
                + (entry.objectType().isEmpty() ? "" : " on=" + entry.objectType() + "/" + entry.objectId()) + " "
                + entry.details();
    }
}
