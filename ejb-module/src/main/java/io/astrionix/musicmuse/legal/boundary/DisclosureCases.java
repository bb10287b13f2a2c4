package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountAddresses;
import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.legal.control.DisclosureCaseRepository;
import io.astrionix.musicmuse.legal.control.ScopedExport;
import io.astrionix.musicmuse.legal.entity.DisclosureCase;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The register of requests of lawful authorities: without a case there is no export for one (R26). */
@Stateless
@RolesAllowed(Role.Names.TRUST)
public class DisclosureCases {

    private DisclosureCaseRepository cases;
    private AccountAddresses accounts;
    private ScopedExport export;
    private CredentialService credentials;
    private AuditLog audit;
    private Clock clock;

    public DisclosureCases() {} // required by the EJB proxy

    @Inject
    public DisclosureCases(
            DisclosureCaseRepository cases,
            AccountAddresses accounts,
            ScopedExport export,
            CredentialService credentials,
            AuditLog audit,
            Clock clock) {
        this.cases = cases;
        this.accounts = accounts;
        this.export = export;
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public List<DisclosureCaseView> list() {
        return cases.newest().stream().map(DisclosureCase::view).toList();
    }

    /**
     * @throws io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException if the password must be typed before
     * @throws DisclosureSubjectException if nobody has that address
     */
    public UUID open(@NotNull AccountId who, @NotNull @Valid DisclosureCommand command) {
        credentials.requireFresh();
        var subject = accounts.idOf(command.email()).orElseThrow(DisclosureSubjectException::new);
        var opened = new DisclosureCase(command, subject, clock.instant());
        cases.add(opened);
        audit.record(event(AuditAction.DISCLOSURE_CASE_OPENED, who, opened)
                .with("authority", opened.view().authority())
                .with("instrument", opened.view().instrument())
                .with("scope", opened.scope()));
        return opened.id();
    }

    /**
     * What is stored about the person of an open case in the categories that the order covers, as JSON.
     *
     * @throws io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException if the password must be typed before
     * @throws DisclosureCaseNotFoundException if there is no such case, or it is closed; that somebody tried is written down
     */
    public String export(@NotNull AccountId who, @NotNull UUID id) {
        credentials.requireFresh();
        var found = cases.lock(id).filter(DisclosureCase::isOpen);
        if (found.isEmpty()) {
            audit.recordRefusal(
                    AuditEvent.refused(AuditAction.DISCLOSURE_EXPORTED).by(who).on("disclosure-case", id));
            throw new DisclosureCaseNotFoundException();
        }
        found.get().exported(clock.instant());
        audit.record(event(AuditAction.DISCLOSURE_EXPORTED, who, found.get()).with("case", id));
        return export.json(found.get().subject(), found.get().scope());
    }

    /**
     * @throws io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException if the password must be typed before
     * @throws DisclosureCaseNotFoundException if there is no such case, or it is closed already
     */
    public void close(@NotNull AccountId who, @NotNull UUID id) {
        credentials.requireFresh();
        var closed = cases.lock(id)
                .filter(found -> found.close(clock.instant()))
                .orElseThrow(DisclosureCaseNotFoundException::new);
        audit.record(event(AuditAction.DISCLOSURE_CASE_CLOSED, who, closed).with("case", id));
    }

    private static AuditEvent event(AuditAction action, AccountId who, DisclosureCase about) {
        return AuditEvent.done(action).by(who).on("account", about.subject());
    }
}
