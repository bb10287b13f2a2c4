package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.notification.boundary.Mail;
import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Mails in the database. */
@Dependent
public class OutboxRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(Mail mail, Instant at) {
        var values = Json.createObjectBuilder();
        mail.values().forEach(values::add);
        em.createNativeQuery("insert into musicmuse.outbox_mail"
                        + " (id, mail_key, template, account_id, recipient, language, template_values, queued_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (mail_key) do nothing")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, mail.key())
                .setParameter(3, mail.template().name())
                .setParameter(4, mail.account().map(account -> account.value()).orElse(null))
                .setParameter(5, mail.to())
                .setParameter(6, mail.language().toLanguageTag())
                .setParameter(7, values.build().toString())
                .setParameter(8, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .executeUpdate();
    }
}
