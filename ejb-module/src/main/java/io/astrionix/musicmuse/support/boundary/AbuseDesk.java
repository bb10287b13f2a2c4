package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.support.control.Enforcement;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** What is done about reports of abuse. Each action is kept with actor and reason, and audited (R25, R57). */
@Stateless
@RolesAllowed(Role.Names.TRUST)
public class AbuseDesk {

    private static final int LONGEST_PAGE = 100;

    private Enforcement enforcement;

    public AbuseDesk() {} // required by the EJB proxy

    @Inject
    public AbuseDesk(Enforcement enforcement) {
        this.enforcement = enforcement;
    }

    /**
     * What is due first.
     *
     * @param closed whether closed ones are wanted, or open ones
     */
    public List<ReportRow> find(boolean closed, @Min(0) int first, @Min(1) @Max(LONGEST_PAGE) int count) {
        return enforcement.find(closed, first, count);
    }

    public int count(boolean closed) {
        return enforcement.count(closed);
    }

    /** @throws ReportNotFoundException if it is not there (any more) */
    public ReportView report(@NotNull UUID id) {
        return enforcement.open(id);
    }

    /**
     * Says whose account the report is about.
     *
     * @throws ReportNotFoundException if the report is not there (any more)
     * @throws ReportClosedException if it is closed
     * @throws AccusedNotFoundException if no account has the address
     */
    public void name(@NotNull UUID id, @NotNull @EmailAddress String email) {
        enforcement.name(id, email);
    }

    /**
     * Does something about the report.
     *
     * @param reason is kept; of a warning, the mail says it
     * @throws ReportNotFoundException if the report is not there (any more)
     * @throws ReportClosedException if it is closed
     * @throws AccusedNotFoundException if a warning or a lock meets no account
     * @throws NothingToLockException if the account to lock cannot be used anyway
     * @throws io.astrionix.musicmuse.accounts.boundary.OwnAdministrationException if the account to lock is the caller's,
     *     or that of somebody who runs the installation
     */
    public void act(@NotNull UUID id, @NotNull EnforcementAction action, @NotNull @MessageLine String reason) {
        enforcement.act(id, action, reason.strip());
    }
}
