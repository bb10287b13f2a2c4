package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.accounts.boundary.AccountAddresses;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.legal.boundary.EffectiveDateException;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.LegalVersionNotFoundException;
import io.astrionix.musicmuse.legal.boundary.LegalVersionView;
import io.astrionix.musicmuse.legal.boundary.NoticeNotPossibleException;
import io.astrionix.musicmuse.legal.boundary.PublishCommand;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** Makes a draft the version that holds, and begins to tell people. Needs the caller's transaction. */
@Dependent
public class Publication {

    private LegalVersionRepository versions;
    private NoticeMails mails;
    private AccountAddresses addresses;
    private AuditLog audit;
    private Clock clock;

    public Publication() {} // required by the proxy

    @Inject
    public Publication(
            LegalVersionRepository versions,
            NoticeMails mails,
            AccountAddresses addresses,
            AuditLog audit,
            Clock clock) {
        this.versions = versions;
        this.mails = mails;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /** As {@link io.astrionix.musicmuse.legal.boundary.LegalAdministration#publish} says. */
    public void publish(AccountId publisher, PublishCommand command) {
        var version = versions.lock(command.document(), command.number())
                .filter(draft -> !draft.isPublished() && !isOvertaken(draft))
                .orElseThrow(LegalVersionNotFoundException::new);
        requireDate(command.effectiveOn());
        version.publish(clock.instant(), command.effectiveOn(), command.isMaterial(), command.changedPurposes());
        if (command.isMaterial()) {
            tellFirst(version.view(), publisher);
        }
        audit.record(event(AuditAction.LEGAL_VERSION_PUBLISHED, publisher, version)
                .with("effectiveOn", command.effectiveOn())
                .with("material", command.isMaterial())
                .with("purposes", command.changedPurposes()));
    }

    /**
     * Announces that the business goes to somebody else; everybody is told like of a material version. The same once more
     * is the same announcement.
     *
     * @throws EffectiveDateException if the date is missing or in the past
     * @throws NoticeNotPossibleException if no mail can be written
     */
    public int announceTransfer(AccountId announcer, String successor, LocalDate on) {
        requireDate(on);
        var sha256 = SecretToken.hash(successor + "\n" + on);
        var before = versions.of(LegalDocument.TRANSFER); // newest first
        if (!before.isEmpty() && before.get(0).sha256().equals(sha256)) {
            return before.get(0).number();
        }
        int number = before.isEmpty() ? 1 : before.get(0).number() + 1;
        var now = clock.instant();
        var notice = LegalVersion.ofTransfer(number, successor, sha256, now);
        notice.publish(now, on, true, Set.of());
        versions.add(notice);
        tellFirst(notice.view(), announcer);
        audit.record(event(AuditAction.TRANSFER_ANNOUNCED, announcer, notice).with("on", on));
        return number;
    }

    /** If no mail can be written to one, none can be to anybody, and nothing is published. */
    private void tellFirst(LegalVersionView version, AccountId publisher) {
        try {
            mails.tell(version, addresses.of(publisher).orElseThrow(NoticeNotPossibleException::new));
        } catch (IllegalArgumentException | IllegalStateException notPossible) {
            var refused = new NoticeNotPossibleException();
            refused.initCause(notPossible);
            throw refused;
        }
    }

    private boolean isOvertaken(LegalVersion draft) {
        return versions.of(draft.document()).stream()
                .anyMatch(other -> other.isPublished() && other.number() > draft.number());
    }

    private void requireDate(LocalDate effectiveOn) {
        if (effectiveOn == null || effectiveOn.isBefore(LocalDate.now(clock))) {
            throw new EffectiveDateException();
        }
    }

    private static AuditEvent event(AuditAction action, AccountId by, LegalVersion version) {
        return AuditEvent.done(action)
                .by(by)
                .on("legal-version", version.document() + " " + version.number())
                .with("sha256", version.sha256());
    }
}
