package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Kept;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Leg;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Removed;
import io.astrionix.musicmuse.erasure.boundary.Processor.Answer;
import io.astrionix.musicmuse.privacy.boundary.ErasureOutcome;
import io.astrionix.musicmuse.shared.Role;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Erasure against the real database: what goes, what stays and why, and what a second try makes of half an erasure. */
class ErasureIT extends ErasureDeployed {

    @Inject
    private AuditLog log;

    @Test
    @Tag("R36")
    @Tag("R37")
    @Tag("R45")
    @Tag("R56")
    void everything_goes_but_what_a_rule_keeps_and_that_leads_to_nobody() throws IOException {
        var outcome = erasure.erase(person, request);

        assertThat(outcome)
                .isEqualTo(new ErasureOutcome(List.of("consent-proof-24m", "request-24m", "audit-1y"), false));
        assertThat(rowsOf("account", "id")).isZero();
        for (var table : List.of("practice_session", "account_profile", "account_interest", "account_role")) {
            assertThat(rowsOf(table, "account_id")).as(table).isZero();
        }
        assertThat(accounts.number("select count(*) from musicmuse.note_verdict where session_id = ?", take))
                .isZero();
        assertThat(accounts.number("select count(*) from musicmuse.outbox_mail where recipient = ?", email()))
                .isZero();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.one_time_token where payload like ?", "% " + email()))
                .isZero();
        assertThat(rowsOf("consent_proof", "subject_id")).isZero();
        assertThat(accounts.text(
                        "select state || coalesce(account_id::text, '') from musicmuse.erasure where id = ?", request))
                .isEqualTo("DONE");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.erasure_step where erasure_id = ? and done_at is null",
                        request))
                .isZero();
        assertThat(accounts.number(
                        "select touched from musicmuse.erasure_step where erasure_id = ?"
                                + " and table_name = 'musicmuse.practice_session'",
                        request))
                .isEqualTo(1);
        assertThat(ledger()).hasSize(2).allSatisfy(line -> assertThat(line)
                .doesNotContain(person.toString())
                .doesNotContain(email()));
        assertThat(ledger().get(0)).contains(" BEGIN ");
        assertThat(ledger().get(1)).contains(" END ");
    }

    @Test
    @Tag("R56")
    void the_report_says_what_went_what_stays_until_when_and_who_has_not_answered() throws Exception {
        processor.knows(person);
        processor.answers(() -> Answer.LATER);
        hold("scope, table_name, record_id", "'RECORD', 'practice_session', '" + take + "'");
        erasure.erase(person, request);
        assertThatThrownBy(() -> reports.of(request)).isInstanceOf(EJBAccessException.class);
        assertThat(report(UUID.randomUUID())).isEmpty();

        var report = report(request).orElseThrow();

        assertThat(report.removed()).contains(new Removed("account_profile", 1), new Removed("account_interest", 1));
        assertThat(report.kept())
                .extracting(Kept::table, Kept::rule, kept -> kept.until().isPresent())
                .contains(
                        tuple("practice_session", "hold-24m", false),
                        tuple("consent_proof", "consent-proof-24m", true),
                        tuple("audit_subject", "audit-1y", true));
        assertThat(report.pending()).containsExactly("double");
        assertThat(report.legs()).contains(new Leg("double", Optional.empty(), 1));
        assertThat(report.doneAt()).isEmpty();
        assertThat(report.asJson())
                .contains(
                        "\"table\":\"practice_session\",\"rule\":\"hold-24m\"", "\"pendingAtProcessors\":[\"double\"]")
                .doesNotContain(person.toString(), email());
    }

    @Test
    @Tag("R45")
    void asked_again_it_does_nothing_more_and_says_the_same() {
        var first = erasure.erase(person, request);
        assertThat(erasure.erase(person, request)).isEqualTo(first);
        assertThat(accounts.number("select count(*) from musicmuse.erasure where id = ?", request))
                .isEqualTo(1);
        assertThat(accounts.number(
                        "select sum(touched) from musicmuse.erasure_step where erasure_id = ?"
                                + " and table_name like '%practice_session'",
                        request))
                .isEqualTo(1);
    }

    @Test
    @Tag("R58")
    void whoever_registers_again_with_the_address_starts_empty() {
        erasure.erase(person, request);
        var again = UUID.randomUUID();
        accounts.update("insert into musicmuse.account values (?, 1, ?, 'Again', 'no hash', now())", again, email());

        for (var mapped : map.records()) {
            mapped.attributes().stream()
                    .flatMap(attribute -> attribute.columns().stream())
                    .filter(column -> column.endsWith(".account_id"))
                    .map(column -> column.substring(0, column.lastIndexOf('.')))
                    .forEach(table -> assertThat(accounts.number(
                                    "select count(*) from " + table + " where account_id in (?, ?)",
                                    again,
                                    person.value()))
                            .as(table)
                            .isZero());
        }
    }

    @Test
    @Tag("R56")
    void what_somebody_holds_stays_without_a_name_until_it_is_let_go() {
        hold("scope, table_name, record_id", "'RECORD', 'practice_session', '" + take + "'");

        var outcome = erasure.erase(person, request);

        assertThat(outcome.kept()).contains("hold-24m");
        assertThat(rowsOf("practice_session", "account_id")).isEqualTo(1);
        assertThat(accounts.number("select count(*) from musicmuse.note_verdict where session_id = ?", take))
                .isEqualTo(1);
        assertThat(accounts.text(
                        "select email || display_name || password_hash from musicmuse.account where id = ?",
                        person.value()))
                .isEqualTo(person + "@erased.invalid");
        assertThat(rowsOf("account_profile", "account_id")).isZero();

        release();
        work.goOn();

        assertThat(rowsOf("account", "id")).isZero();
        assertThat(rowsOf("practice_session", "account_id")).isZero();
        assertThat(erasure.erase(person, request).kept()).doesNotContain("hold-24m");
        assertThat(state()).isEqualTo("DONE");
    }

    @Test
    @Tag("R56")
    void of_somebody_who_is_held_as_a_person_nothing_changes_until_then() {
        log.record(AuditEvent.done(AuditAction.ROLE_GRANTED).by(person).on("account", person));
        hold("scope, account_id", "'PERSON', '" + person + "'");

        assertThat(erasure.erase(person, request).kept()).contains("hold-24m");
        assertThat(rowsOf("audit_subject", "account_id"))
                .as("the held entries lead to whom they are about")
                .isEqualTo(1);
        assertThat(accounts.text("select email from musicmuse.account where id = ?", person.value()))
                .isEqualTo(email());
        assertThat(rowsOf("account_profile", "account_id")).isEqualTo(1);

        release();
        work.goOn();
        assertThat(rowsOf("account", "id")).isZero();
        assertThat(rowsOf("audit_subject", "account_id")).isZero();
    }

    @Test
    @Tag("R36")
    void what_a_crash_left_half_done_is_finished_also_where_the_map_has_grown() {
        hold("scope, account_id", "'PERSON', '" + person + "'");
        erasure.erase(person, request);
        release();
        // As an older version had planned it, and a dying server left it.
        accounts.update(
                "delete from musicmuse.erasure_step where erasure_id = ? and table_name like '%audio_device'", request);
        accounts.update("update musicmuse.erasure_step set done_at = null where erasure_id = ? and step > 5", request);
        accounts.update("update musicmuse.erasure set state = 'RUNNING' where id = ?", request);

        erasure.erase(person, request);

        assertThat(state()).isEqualTo("DONE");
        assertThat(rowsOf("account", "id")).isZero();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.erasure_step where erasure_id = ?"
                                + " and table_name like '%audio_device' and done_at is not null",
                        request))
                .isEqualTo(1);
    }

    @Test
    @Tag("R56")
    void a_processor_that_is_down_wrong_and_slow_is_asked_until_it_has_erased_and_nothing_else_waits_for_it() {
        processor.knows(person);
        processor.answers(() -> {
            throw new IllegalStateException("503 for " + email());
        });
        processor.answers(() -> null);
        processor.answers(() -> Answer.LATER);

        assertThat(erasure.erase(person, request).pending()).isTrue();
        assertThat(rowsOf("account", "id")).isZero();
        assertThat(leg("answer")).isEqualTo("IllegalStateException");
        work.goOn();
        assertThat(processor.asked()).as("not before its pause is over").isEqualTo(1);
        for (int tries = 1; tries < 3; tries++) {
            pauseIsOver();
            assertThat(erasure.erase(person, request).pending()).isTrue();
            assertThat(leg("tries")).isEqualTo(Integer.toString(tries + 1));
        }
        pauseIsOver();
        assertThat(erasure.erase(person, request).pending()).isFalse();

        assertThat(state()).isEqualTo("DONE");
        assertThat(processor.asked()).isEqualTo(4);
        assertThat(leg("coalesce(reference, 'gone')")).isEqualTo("gone");
    }

    private Optional<ErasureReport> report(UUID id) throws Exception {
        return callers.byRole().get(Role.SUPPORT).call(() -> reports.of(id));
    }
}
