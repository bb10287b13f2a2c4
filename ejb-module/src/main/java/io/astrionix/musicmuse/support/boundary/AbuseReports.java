package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountDirectory;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.support.control.ReportRepository;
import io.astrionix.musicmuse.support.control.SupportMails;
import io.astrionix.musicmuse.support.entity.AbuseReport;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Reports of abuse by whoever is signed in (R25); fails where nobody is. Open to every role. */
@Stateless
@PermitAll
public class AbuseReports {

    private AccountDirectory accounts;
    private ReportRepository reports;
    private SupportMails mails;
    private RequestLimits limits;
    private AuditLog audit;
    private Clock clock;

    public AbuseReports() {} // required by the EJB proxy

    @Inject
    public AbuseReports(
            AccountDirectory accounts,
            ReportRepository reports,
            SupportMails mails,
            RequestLimits limits,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.reports = reports;
        this.mails = mails;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a report. One that says the same as the reporter's newest is kept once as long as that is open.
     *
     * @return the number to ask by
     * @throws TooManyMessagesException if the account had its turns
     */
    public String report(@NotNull @Valid ReportCommand command) {
        var reporter = accounts.caller();
        if (!limits.tryTake(Limit.CONTACT, "report of " + reporter.id())) {
            throw new TooManyMessagesException();
        }
        reports.lockReporter(reporter.id());
        var before = reports.ofReporter(reporter.id()).stream()
                .findFirst()
                .filter(newest -> newest.closedAt().isEmpty() && newest.isSame(command));
        if (before.isPresent()) {
            return before.get().reference();
        }
        var report = new AbuseReport(
                reports.nextReference(), reporter.id(), command, clock.instant(), ZoneId.systemDefault());
        reports.add(report);
        mails.reported(report, reporter);
        audit.record(AuditEvent.done(AuditAction.ABUSE_REPORTED)
                .by(reporter.id())
                .on("abuse-report", report.id())
                .with("kind", report.kind()));
        return report.reference();
    }

    /** The caller's, the newest first, at most a hundred. */
    public List<OwnReport> own() {
        return reports.ofReporter(accounts.caller().id()).stream()
                .map(report -> new OwnReport(
                        report.reference(),
                        report.kind(),
                        report.about(),
                        report.reportedAt(),
                        report.closedAt().isPresent()))
                .toList();
    }
}
