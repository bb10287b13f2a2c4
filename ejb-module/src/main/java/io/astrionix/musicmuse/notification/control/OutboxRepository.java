package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailState;
import io.astrionix.musicmuse.notification.entity.OutboxMail;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mails in the database. */
@Dependent
public class OutboxRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return whether the mail is new: none has its key yet */
    public boolean add(Mail mail, Instant at) {
        var now = column(at);
        return em.createNativeQuery("insert into musicmuse.outbox_mail (id, mail_key, template, account_id, recipient,"
                                + " language, template_values, next_try_at, queued_at)"
                                + " values (?, ?, ?, cast(? as uuid), ?, ?, ?, ?, ?) on conflict (mail_key) do nothing")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, mail.key())
                        .setParameter(3, mail.template().name())
                        .setParameter(
                                4,
                                mail.account()
                                        .map(account -> account.toString())
                                        .orElse(null))
                        .setParameter(5, mail.to())
                        .setParameter(6, mail.language().toLanguageTag())
                        .setParameter(7, MailValues.toJson(mail.values()))
                        .setParameter(8, now)
                        .setParameter(9, now)
                        .executeUpdate()
                == 1;
    }

    /**
     * The mail that is due longest, locked until the end of the transaction; one that another transaction has locked is
     * passed over. Due are waiting mails, and those whose worker let its lease run out.
     */
    public Optional<OutboxMail> lockDue(Instant now) {
        List<?> due = em.createNativeQuery("select id from musicmuse.outbox_mail"
                        + " where state in ('QUEUED', 'SENDING') and next_try_at <= ?"
                        + " order by next_try_at, id limit 1 for update skip locked")
                .setParameter(1, column(now))
                .getResultList();
        return due.isEmpty() ? Optional.empty() : Optional.of(em.find(OutboxMail.class, due.get(0)));
    }

    /** Locked until the end of the transaction. */
    public Optional<OutboxMail> lock(UUID id) {
        return Optional.ofNullable(em.find(OutboxMail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void deleteTo(String recipient) {
        em.createQuery("delete from OutboxMail m where m.recipient = :recipient")
                .setParameter("recipient", recipient)
                .executeUpdate();
    }

    public Optional<OutboxMail> find(UUID id) {
        return Optional.ofNullable(em.find(OutboxMail.class, id));
    }

    /** @param state empty: all */
    public List<OutboxMail> newest(Optional<MailState> state, int first, int atMost) {
        return em.createQuery(
                        "select m from OutboxMail m where m.state in :states order by m.queuedAt desc, m.id",
                        OutboxMail.class)
                .setParameter("states", states(state))
                .setFirstResult(first)
                .setMaxResults(atMost)
                .getResultList();
    }

    /** @param state empty: all */
    public int count(Optional<MailState> state) {
        return em.createQuery("select count(m) from OutboxMail m where m.state in :states", Long.class)
                .setParameter("states", states(state))
                .getSingleResult()
                .intValue();
    }

    private static Set<MailState> states(Optional<MailState> state) {
        return state.map(EnumSet::of).orElseGet(() -> EnumSet.allOf(MailState.class));
    }

    private static OffsetDateTime column(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
