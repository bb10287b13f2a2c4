package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Writes down that an account's second factor is another one now, and tells its owner (ASVS 6.3.7). */
@Dependent
public class SecondFactorChanges {

    private AuditLog audit;
    private Outbox outbox;

    public SecondFactorChanges() {} // required by CDI beside the constructor below

    @Inject
    public SecondFactorChanges(AuditLog audit, Outbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    /** @param actor who did it: the owner, or an administrator */
    public void tell(AuditAction what, AccountId actor, Account owner) {
        audit.record(AuditEvent.done(what).by(actor).on("account", owner.id()));
        outbox.send(new Mail(
                "second-factor-changed-" + SecretToken.next(),
                MailTemplate.SECOND_FACTOR_CHANGED,
                Optional.of(owner.id()),
                owner.email(),
                owner.language(),
                Map.of("name", owner.displayName(), "change", what.name())));
    }
}
