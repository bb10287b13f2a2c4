package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.accounts.boundary.AccountDirectory;
import io.astrionix.musicmuse.accounts.boundary.AccountLocking;
import io.astrionix.musicmuse.accounts.boundary.KnownAccount;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.support.boundary.AccusedNotFoundException;
import io.astrionix.musicmuse.support.boundary.ActionView;
import io.astrionix.musicmuse.support.boundary.EnforcementAction;
import io.astrionix.musicmuse.support.boundary.NothingToLockException;
import io.astrionix.musicmuse.support.boundary.ReportClosedException;
import io.astrionix.musicmuse.support.boundary.ReportNotFoundException;
import io.astrionix.musicmuse.support.boundary.ReportRow;
import io.astrionix.musicmuse.support.boundary.ReportView;
import io.astrionix.musicmuse.support.entity.AbuseReport;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What is done about reports of abuse; whoever calls is signed in as TRUST. Needs the caller's transaction. */
@Dependent
public class Enforcement {

    private ReportRepository reports;
    private AccountDirectory accounts;
    private AccountLocking locking;
    private SupportMails mails;
    private AuditLog audit;
    private Clock clock;

    public Enforcement() {} // required by CDI beside the constructor below

    @Inject
    public Enforcement(
            ReportRepository reports,
            AccountDirectory accounts,
            AccountLocking locking,
            SupportMails mails,
            AuditLog audit,
            Clock clock) {
        this.reports = reports;
        this.accounts = accounts;
        this.locking = locking;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    public List<ReportRow> find(boolean closed, int first, int count) {
        return reports.find(closed, first, count).stream().map(this::row).toList();
    }

    public int count(boolean closed) {
        return reports.count(closed);
    }

    public ReportView open(UUID id) {
        var report = reports.find(id).orElseThrow(ReportNotFoundException::new);
        audit.record(event(AuditAction.ABUSE_REPORT_VIEWED, report));
        return new ReportView(
                row(report),
                report.body(),
                report.reportedAt(),
                email(report.reporter()),
                report.accused().map(this::email).orElse(""),
                report.actions().stream().map(action -> action.by(name(action))).toList());
    }

    public void name(UUID id, String email) {
        var report = reports.lock(id).orElseThrow(ReportNotFoundException::new);
        if (report.closedAt().isPresent()) {
            throw new ReportClosedException();
        }
        var accused = accounts.ofVerifiedEmail(email).orElseThrow(AccusedNotFoundException::new);
        reports.name(report, accused.id());
        audit.record(event(AuditAction.ABUSE_ACTION_TAKEN, report).with("action", "NAMED"));
    }

    public void act(UUID id, EnforcementAction action, String reason) {
        var report = reports.lock(id).orElseThrow(ReportNotFoundException::new);
        if (report.isRepeated(action, reason)) {
            return;
        }
        report.record(action, accounts.caller().id(), reason, clock.instant());
        switch (action) {
            case WARNING -> mails.warned(report, accused(report), reason);
            case LOCK -> lock(report);
            case NOTE, DISMISSAL, CLOSING -> {}
        }
        audit.record(event(AuditAction.ABUSE_ACTION_TAKEN, report).with("action", action));
    }

    private void lock(AbuseReport report) {
        if (!locking.lock(accused(report).id(), "report " + report.reference())) {
            throw new NothingToLockException();
        }
    }

    private KnownAccount accused(AbuseReport report) {
        return report.accused().flatMap(accounts::find).orElseThrow(AccusedNotFoundException::new);
    }

    private ReportRow row(AbuseReport report) {
        boolean closed = report.closedAt().isPresent();
        return new ReportRow(
                report.id(),
                report.reference(),
                report.kind(),
                report.about(),
                report.dueAt(),
                closed,
                !closed && report.dueAt().isBefore(clock.instant()));
    }

    private String email(AccountId account) {
        return accounts.find(account).map(KnownAccount::email).orElse("");
    }

    private String name(ActionView action) {
        return accounts.find(action.actor()).map(KnownAccount::displayName).orElse("");
    }

    private AuditEvent event(AuditAction action, AbuseReport report) {
        return AuditEvent.done(action).by(accounts.caller().id()).on("abuse-report", report.id());
    }
}
