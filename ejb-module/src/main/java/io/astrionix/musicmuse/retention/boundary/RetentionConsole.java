package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.retention.control.AdminActs;
import io.astrionix.musicmuse.retention.control.RuleReader;
import io.astrionix.musicmuse.retention.control.RuleSwitches;
import io.astrionix.musicmuse.retention.control.RunReader;
import io.astrionix.musicmuse.retention.control.Troubles;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The console of the retention engine (R42), for the IT department. Whatever changes something needs a fresh credential,
 * and is in the audit log (R71).
 */
@Stateless
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class RetentionConsole {

    private RuleReader rules;
    private RunReader runs;
    private RuleSwitches switches;
    private Troubles troubles;
    private AdminActs acts;

    public RetentionConsole() {} // required by the EJB proxy

    @Inject
    public RetentionConsole(
            RuleReader rules, RunReader runs, RuleSwitches switches, Troubles troubles, AdminActs acts) {
        this.rules = rules;
        this.runs = runs;
        this.switches = switches;
        this.troubles = troubles;
        this.acts = acts;
    }

    /** Every rule that the engine runs, as they stand in retention.yml. */
    public List<RuleView> rules() {
        return rules.all();
    }

    public List<Trouble> troubles() {
        return troubles.now();
    }

    /** Newest first. */
    public List<RunView> runs(@Min(0) int first, @Min(1) @Max(100) int count) {
        return runs.find(first, count);
    }

    public int countRuns() {
        return runs.count();
    }

    /** Empty if there is none. */
    public Optional<RunView> run(@NotNull UUID id) {
        return runs.find(id);
    }

    /** Rule by rule. */
    public List<RunRuleView> results(@NotNull UUID run) {
        return runs.results(run);
    }

    /** Empty until the run has ended, and of a run that did not come to its end. */
    public Optional<SignedReport> report(@NotNull UUID run) {
        var report = runs.report(run);
        report.ifPresent(read ->
                acts.record(AuditEvent.done(AuditAction.RETENTION_REPORT_READ).on("retention-run", run)));
        return report;
    }

    /**
     * Asks for a run, unless the same one waits already.
     *
     * @param only ids of rules; all if it is empty
     * @return the run, which a server takes up within seconds
     * @throws RetentionRequestException if there is no such rule
     */
    public UUID ask(@NotNull RunKind kind, @NotNull Set<@NotNull String> only) {
        acts.requireFreshCredential();
        only.forEach(rules::require);
        var run = runs.request(kind, only);
        acts.record(AuditEvent.done(AuditAction.RETENTION_RUN_ASKED)
                .on("retention-run", run)
                .with("kind", kind)
                .with("rules", String.join(" ", only)));
        return run;
    }

    /**
     * The rule ends nothing until it is resumed.
     *
     * @throws RetentionRequestException if there is no such rule, or it is paused already
     */
    public void pause(@NotNull String rule, @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String reason) {
        acts.requireFreshCredential();
        rules.require(rule);
        switches.pause(rule, reason.strip());
        acts.record(event(AuditAction.RETENTION_PAUSED, rule).with("reason", reason.strip()));
    }

    /** @throws RetentionRequestException if it is not paused */
    public void resume(@NotNull String rule) {
        acts.requireFreshCredential();
        switches.resume(rule);
        acts.record(event(AuditAction.RETENTION_RESUMED, rule));
    }

    /**
     * Lets the next run of a stopped rule go on.
     *
     * @param rows how many would go, as the console showed it
     * @throws RetentionRequestException if it is not stopped for so many rows
     */
    public void approve(@NotNull String rule, @Positive long rows) {
        acts.requireFreshCredential();
        switches.approve(rule, rows);
        acts.record(event(AuditAction.RETENTION_RUN_APPROVED, rule).with("rows", rows));
    }

    /**
     * The next run tries the rows again that were put aside.
     *
     * @throws RetentionRequestException if there are none
     */
    public void tryAgain(@NotNull String rule) {
        acts.requireFreshCredential();
        var rows = switches.tryAgain(rule);
        acts.record(event(AuditAction.RETENTION_TRIED_AGAIN, rule).with("rows", rows));
    }

    private static AuditEvent event(AuditAction action, String rule) {
        return AuditEvent.done(action).on("retention-rule", rule);
    }
}
