package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountAddresses;
import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.legal.control.LegalVersionRepository;
import io.astrionix.musicmuse.legal.control.Publication;
import io.astrionix.musicmuse.legal.control.ReceiptRepository;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import io.astrionix.musicmuse.privacy.boundary.StoredData;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The business goes to somebody else: everybody is told first, and no data goes before that is complete (R35). */
@Stateless
@RolesAllowed({Role.Names.PLATFORM_ADMIN, Role.Names.TRUST})
public class BusinessTransfers {

    private static final int PAGE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private LegalVersionRepository versions;
    private Publication publication;
    private AccountAddresses accounts;
    private ReceiptRepository receipts;
    private StoredData stored;
    private CredentialService credentials;
    private AuditLog audit;
    private Clock clock;

    public BusinessTransfers() {} // required by the EJB proxy

    @Inject
    public BusinessTransfers(
            LegalVersionRepository versions,
            Publication publication,
            AccountAddresses accounts,
            ReceiptRepository receipts,
            StoredData stored,
            CredentialService credentials,
            AuditLog audit,
            Clock clock) {
        this.versions = versions;
        this.publication = publication;
        this.accounts = accounts;
        this.receipts = receipts;
        this.stored = stored;
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public List<LegalVersionView> list() {
        return versions.of(LegalDocument.TRANSFER).stream()
                .map(LegalVersion::view)
                .toList();
    }

    /**
     * Begins to tell everybody, by mail and by a notice on the pages.
     *
     * @param on when the business goes over
     * @return the number of the notice
     * @throws io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException if the password must be typed before
     * @throws EffectiveDateException if the date is missing or in the past
     * @throws NoticeNotPossibleException if no mail can be written
     */
    public int announce(
            @NotNull AccountId who,
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String successor,
            @NotNull Optional<LocalDate> on) {
        credentials.requireFresh();
        return publication.announceTransfer(who, successor.strip(), on.orElse(null));
    }

    /**
     * Writes everything that is stored about everybody who was told: a JSON object in each line, with the account's id and its data.
     *
     * @throws io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException if the password must be typed before
     * @throws TransferNotAnnouncedException if not everybody has been told yet; that somebody tried is written down
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // everybody's data take longer than a transaction may
    public void export(@NotNull AccountId who, @Positive int number, @NotNull Writer out) throws IOException {
        credentials.requireFresh();
        requireTold(who, number);
        audit.record(event(AuditEvent.done(AuditAction.TRANSFER_EXPORTED), who, number));
        var last = FIRST;
        for (var page = page(last); !page.isEmpty(); page = page(last)) {
            var told = receipts.told(page, LegalDocument.TRANSFER, number);
            for (var id : page.stream().filter(told::contains).toList()) {
                out.write("{\"account\":\"" + id + "\",\"data\":" + stored.asJson(new AccountId(id)) + "}\n");
            }
            last = page.get(page.size() - 1);
        }
    }

    /** @throws TransferNotAnnouncedException as {@link #export}; for pages, before a file is begun */
    public void requireExportable(@NotNull AccountId who, @Positive int number) {
        credentials.requireFresh();
        requireTold(who, number);
    }

    private void requireTold(AccountId who, int number) {
        boolean told = versions.find(LegalDocument.TRANSFER, number)
                .filter(notice -> notice.view().toldAt() != null)
                .isPresent();
        if (!told) {
            audit.recordRefusal(event(AuditEvent.refused(AuditAction.TRANSFER_EXPORTED), who, number));
            throw new TransferNotAnnouncedException();
        }
    }

    private List<UUID> page(UUID last) {
        return accounts.verified(clock.instant(), last, PAGE);
    }

    private static AuditEvent event(AuditEvent event, AccountId who, int number) {
        return event.by(who).on("legal-version", LegalDocument.TRANSFER + " " + number);
    }
}
