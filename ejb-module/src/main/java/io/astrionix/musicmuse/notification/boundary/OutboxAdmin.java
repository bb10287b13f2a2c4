package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.notification.control.MailReader;
import io.astrionix.musicmuse.notification.control.OutboxRepository;
import io.astrionix.musicmuse.notification.entity.OutboxMail;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox as the platform administrator sees it. What is looked at and done is audited. */
@Stateless
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class OutboxAdmin {

    private static final int LONGEST_PAGE = 100;
    private static final String MAIL = "mail";

    private OutboxRepository mails;
    private MailReader reader;
    private AuditLog audit;
    private Clock clock;

    public OutboxAdmin() {} // required by the EJB proxy

    @Inject
    public OutboxAdmin(OutboxRepository mails, MailReader reader, AuditLog audit, Clock clock) {
        this.mails = mails;
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The newest mails.
     *
     * @param state empty: all
     */
    public List<MailView> mails(
            @NotNull AccountId admin,
            @NotNull Optional<MailState> state,
            @Min(0) int first,
            @Min(1) @Max(LONGEST_PAGE) int atMost) {
        var page = mails.newest(state, first, atMost).stream()
                .map(OutboxAdmin::view)
                .toList();
        audit.record(event(
                        AuditAction.OUTBOX_VIEWED,
                        admin,
                        "outbox",
                        state.map(MailState::name).orElse("ALL"))
                .with("mails", page.size()));
        return page;
    }

    /** @param state empty: all */
    public int count(@NotNull Optional<MailState> state) {
        return mails.count(state);
    }

    /** @throws MailNotFoundException if there is none (any more) */
    public MailText read(@NotNull AccountId admin, @NotNull UUID id) {
        var mail = mails.find(id).orElseThrow(MailNotFoundException::new);
        audit.record(event(AuditAction.OUTBOX_VIEWED, admin, MAIL, id));
        return reader.read(mail);
    }

    /**
     * Has a mail that was given up tried again, as often as a new one.
     *
     * @throws MailNotFoundException if there is none, or it was not given up
     */
    public void retry(@NotNull AccountId admin, @NotNull UUID id) {
        mails.lock(id)
                .filter(mail -> mail.state() == MailState.FAILED)
                .orElseThrow(MailNotFoundException::new)
                .retry(clock.instant());
        audit.record(event(AuditAction.OUTBOX_RETRIED, admin, MAIL, id));
    }

    private static AuditEvent event(AuditAction action, AccountId admin, String type, Object id) {
        return AuditEvent.done(action).by(admin).on(type, id);
    }

    private static MailView view(OutboxMail mail) {
        return new MailView(
                mail.id(),
                mail.template(),
                mail.recipient(),
                mail.state(),
                mail.attempts(),
                mail.queuedAt(),
                mail.state() == MailState.QUEUED ? mail.nextTryAt() : null,
                mail.sentAt().orElse(null),
                mail.lastError().orElse(null));
    }
}
