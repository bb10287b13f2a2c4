package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.shared.SecretToken;
import io.astrionix.musicmuse.shared.SiteLinks;
import io.astrionix.musicmuse.support.entity.SupportLink;
import io.astrionix.musicmuse.support.entity.SupportThread;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes and reads the links with which a sender comes back to a thread, signed in or not. */
@Dependent
public class ThreadLinks {

    private static final Duration LIFETIME = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private SiteLinks links;

    @Inject
    private Clock clock;

    /** A new link, for a mail; the one before stops working. */
    public String issue(SupportThread thread) {
        var token = SecretToken.next();
        var end = clock.instant().plus(LIFETIME);
        of(thread).ifPresentOrElse(old -> old.become(SecretToken.hash(token), end), () -> {
            var first = new SupportLink(thread.id());
            first.become(SecretToken.hash(token), end);
            em.persist(first);
        });
        return links.to("/message.xhtml", token);
    }

    private Optional<SupportLink> of(SupportThread thread) {
        return em.createQuery("select l from SupportLink l where l.threadId = :thread", SupportLink.class)
                .setParameter("thread", thread.id())
                .getResultStream()
                .findFirst();
    }

    /** The thread that a token opens; empty where it is not the newest one, or too old. */
    public Optional<UUID> thread(String token) {
        return em.createQuery(
                        "select l from SupportLink l where l.tokenHash = :hash and l.expiresAt > :now",
                        SupportLink.class)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(SupportLink::thread);
    }
}
