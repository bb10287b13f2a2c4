package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.OwnAdministrationException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.privacy.boundary.StoredData;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.support.boundary.AbuseDesk;
import io.astrionix.musicmuse.support.boundary.AbuseReports;
import io.astrionix.musicmuse.support.boundary.AccusedNotFoundException;
import io.astrionix.musicmuse.support.boundary.EnforcementAction;
import io.astrionix.musicmuse.support.boundary.NothingToLockException;
import io.astrionix.musicmuse.support.boundary.ReportClosedException;
import io.astrionix.musicmuse.support.boundary.ReportCommand;
import io.astrionix.musicmuse.support.boundary.ReportKind;
import io.astrionix.musicmuse.support.boundary.ReportView;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports of abuse, and what is done about them. */
@Tag("R25")
class AbuseIT extends Deployed {

    private static final ReportCommand COMMAND =
            new ReportCommand(ReportKind.PERSON, "Kim from the violins", "Calls me names after each take.");

    @Inject
    private AbuseReports reports;

    @Inject
    private AbuseDesk desk;

    @Inject
    private StoredData stored;

    @Inject
    private Callers callers;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private AccountId reporter;
    private AccountId accused;
    private AccountId trust;
    private UUID report;

    @BeforeEach
    void somebody_reports_somebody() throws Exception {
        reporter = signIns.person(Role.LEARNER);
        accused = signIns.person(Role.LEARNER);
        trust = signIns.person(Role.TRUST);
        signIns.signIn(reporter, SignInLevel.PASSWORD);
        var reference = reports.report(COMMAND);
        assertThat(reports.report(COMMAND)).as("sent again").isEqualTo(reference);
        assertThat(reports.own()).hasSize(1).allMatch(own -> !own.closed());
        assertThat(signIns.mails("ABUSE_REPORTED", TestSignIns.email(reporter))).isEqualTo(1);
        report = UUID.fromString(
                accounts.text("select id::text from musicmuse.abuse_report where reference = ?", reference));
    }

    @Test
    @Tag("R71")
    void each_action_is_kept_and_audited_with_actor_and_reason() throws Exception {
        asTrust(() -> run(() -> desk.act(report, EnforcementAction.NOTE, "asked the teacher")));
        asTrust(() -> run(() -> desk.name(report, TestSignIns.email(accused))));
        asTrust(() -> run(() -> desk.act(report, EnforcementAction.WARNING, "insults")));
        asTrust(() -> run(() -> desk.act(report, EnforcementAction.WARNING, "insults")));
        asTrust(() -> run(() -> desk.act(report, EnforcementAction.LOCK, "insults again")));
        asTrust(() -> run(() -> desk.act(report, EnforcementAction.CLOSING, "locked")));

        ReportView seen = asTrust(() -> desk.report(report));
        assertThat(seen.accused()).isEqualTo(TestSignIns.email(accused));
        assertThat(seen.actions())
                .allMatch(action ->
                        action.actor().equals(trust) && action.actorName().equals("Test"))
                .extracting(action -> action.action() + ": " + action.reason())
                .containsExactly(
                        "NOTE: asked the teacher", "WARNING: insults", "LOCK: insults again", "CLOSING: locked");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s on e.actor = s.pseudonym"
                                + " where e.action = 'ABUSE_ACTION_TAKEN' and e.object_id = ? and s.account_id = ?",
                        report.toString(),
                        trust.value()))
                .isEqualTo(5);
        assertThat(signIns.mails("ABUSE_WARNING", TestSignIns.email(accused))).isEqualTo(1);
        assertThat(accounts.text("select status from musicmuse.account where id = ?", accused.value()))
                .isEqualTo("LOCKED");
        signIns.signIn(reporter, SignInLevel.PASSWORD);
        assertThat(reports.own()).hasSize(1).allMatch(own -> own.closed());
    }

    @Test
    void what_is_closed_stays_closed_and_as_it_was_decided() throws Exception {
        asTrust(() -> run(() -> desk.act(report, EnforcementAction.DISMISSAL, "a joke among friends")));
        assertThatThrownBy(() -> asTrust(() -> run(() -> desk.act(report, EnforcementAction.LOCK, "after all"))))
                .isInstanceOf(ReportClosedException.class);
        assertThatThrownBy(() -> asTrust(() -> run(() -> desk.name(report, TestSignIns.email(accused)))))
                .isInstanceOf(ReportClosedException.class);
        assertThat(asTrust(() -> desk.find(true, 0, 100)))
                .extracting(row -> row.id())
                .contains(report);
        assertThat(asTrust(() -> desk.find(false, 0, 100)))
                .extracting(row -> row.id())
                .doesNotContain(report);
    }

    @Test
    void nothing_is_done_to_an_account_that_is_not_named_cannot_be_locked_or_runs_the_installation() throws Exception {
        assertRefused(EnforcementAction.WARNING, AccusedNotFoundException.class);
        assertThatThrownBy(() -> asTrust(() -> run(() -> desk.name(report, "nobody@test.musicmuse.test"))))
                .isInstanceOf(AccusedNotFoundException.class);
        for (var untouchable : new AccountId[] {trust, signIns.person(Role.PLATFORM_ADMIN)}) {
            asTrust(() -> run(() -> desk.name(report, TestSignIns.email(untouchable))));
            assertRefused(EnforcementAction.LOCK, OwnAdministrationException.class);
        }
        asTrust(() -> run(() -> desk.name(report, TestSignIns.email(accused))));
        accounts.update("update musicmuse.account set status = 'LOCKED' where id = ?", accused.value());
        assertRefused(EnforcementAction.LOCK, NothingToLockException.class);
        assertThat(accounts.number("select count(*) from musicmuse.abuse_action where report_id = ?", report))
                .isZero();
    }

    /** A12, A8. */
    @Test
    @Tag("R43")
    void an_export_has_the_own_report_without_the_other_and_the_report_outlives_its_reporter() throws Exception {
        asTrust(() -> run(() -> desk.name(report, TestSignIns.email(accused))));
        asTrust(() -> run(() -> desk.act(report, EnforcementAction.NOTE, "asked the teacher")));
        assertThat(stored.asJson(reporter))
                .contains("Calls me names after each take.", "\"about\":true")
                .doesNotContain("Kim", accused.toString(), trust.toString(), "asked the teacher");
        assertThat(stored.asJson(accused)).doesNotContain("Calls me names", reporter.toString());

        accounts.update("delete from musicmuse.account where id = ?", reporter.value());
        assertThat(asTrust(() -> desk.report(report)).reporter()).isEmpty();
    }

    private void assertRefused(EnforcementAction action, Class<? extends Exception> because) {
        assertThatThrownBy(() -> asTrust(() -> run(() -> desk.act(report, action, "insults"))))
                .isInstanceOf(because);
    }

    private <T> T asTrust(Callable<T> work) throws Exception {
        signIns.signIn(trust, SignInLevel.SECOND_FACTOR);
        return callers.byRole().get(Role.TRUST).call(work);
    }

    private static Void run(Runnable work) {
        work.run();
        return null;
    }
}
