package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Kept;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Removed;
import io.astrionix.musicmuse.erasure.boundary.ErasureReports;
import io.astrionix.musicmuse.erasure.boundary.Processor.Answer;
import io.astrionix.musicmuse.erasure.control.ErasureWork;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.TestProcessor;
import io.astrionix.musicmuse.privacy.boundary.ErasureOutcome;
import io.astrionix.musicmuse.privacy.boundary.ErasureStart;
import io.astrionix.musicmuse.retention.boundary.AccountsEnd;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Erasure against the real database: what goes, what stays and why, and what a second try makes of half an erasure. */
class ErasureIT extends Deployed {

    @Inject
    private ErasureStart erasure;

    @Inject
    private AccountsEnd ends;

    @Inject
    private ErasureWork work;

    @Inject
    private ErasureReports reports;

    @Inject
    private TestAccounts accounts;

    @Inject
    private TestProcessor processor;

    @Inject
    private DataMap map;

    @Inject
    private Settings settings;

    @Inject
    private UserTransaction transaction;

    private final UUID request = UUID.randomUUID();
    private AccountId person;
    private UUID take;

    @BeforeEach
    void somebody() {
        person = accounts.create();
        take = accounts.session(person, 100, true);
        accounts.update(
                "insert into musicmuse.note_verdict (session_id, position, note_index, verdict)"
                        + " values (?, 0, 0, 'HIT')",
                take);
        accounts.update("insert into musicmuse.account_role values (?, 'LEARNER')", person.value());
        accounts.update(
                "insert into musicmuse.account_profile (account_id, version, bio, page_look) values (?, 1, 'bio', 'BROWSER')",
                person.value());
        accounts.update("insert into musicmuse.account_interest values (?, 'ALPS')", person.value());
        accounts.update(
                "insert into musicmuse.consent_proof (id, subject_id, giver_id, subject, text_version, given_at)"
                        + " values (gen_random_uuid(), ?, ?, 'MINORS_ACCOUNT', 'v1', now())",
                person.value(),
                UUID.randomUUID());
        accounts.update(
                "insert into musicmuse.outbox_mail (id, mail_key, template, recipient, language, template_values,"
                        + " next_try_at, queued_at) values (gen_random_uuid(), ?, 'INVITATION', ?, 'en', '{}',"
                        + " now() + interval '1 day', now())",
                person.toString(),
                email());
        accounts.update(
                "insert into musicmuse.one_time_token (id, token_use, token_hash, payload, created_at, expires_at)"
                        + " values (gen_random_uuid(), 'INVITATION', ?, ?, now(), now() + interval '1 day')",
                person.toString(),
                "TRAINER " + email());
    }

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
    void the_report_says_what_went_what_stays_until_when_and_who_has_not_answered() {
        processor.knows(person);
        processor.answers(() -> Answer.LATER);
        hold("scope, table_name, record_id", "'RECORD', 'practice_session', '" + take + "'");
        erasure.erase(person, request);
        assertThat(reports.of(UUID.randomUUID())).isEmpty();

        var report = reports.of(request).orElseThrow();

        assertThat(report.removed()).contains(new Removed("account_profile", 1), new Removed("account_interest", 1));
        assertThat(report.kept())
                .extracting(Kept::table, Kept::rule, kept -> kept.until().isPresent())
                .contains(
                        tuple("practice_session", "hold-24m", false),
                        tuple("consent_proof", "consent-proof-24m", true),
                        tuple("audit_subject", "audit-1y", true));
        assertThat(report.pending()).containsExactly("double");
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
        hold("scope, account_id", "'PERSON', '" + person + "'");

        assertThat(erasure.erase(person, request).kept()).contains("hold-24m");
        assertThat(accounts.text("select email from musicmuse.account where id = ?", person.value()))
                .isEqualTo(email());
        assertThat(rowsOf("account_profile", "account_id")).isEqualTo(1);

        release();
        work.goOn();
        assertThat(rowsOf("account", "id")).isZero();
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

    @Test
    @Tag("R62")
    void a_minor_whose_guardian_did_not_answer_goes_and_one_whose_guardian_just_did_stays() {
        var waiting = accounts.create();
        due(person, "guardian_due_at");
        accounts.update(
                "update musicmuse.account set guardian_due_at = now() + interval '1 hour' where id = ?",
                waiting.value());

        var gone = ends.end(map.rule("pending-guardian-14d"), List.of(person.value(), waiting.value()));

        assertThat(gone).containsExactly(person.value());
        assertThat(rowsOf("account", "id")).isZero();
        assertThat(accounts.number("select count(*) from musicmuse.account where id = ?", waiting.value()))
                .isEqualTo(1);
        work.goOn();
        assertThat(accounts.number("select count(*) from musicmuse.outbox_mail where recipient = ?", email()))
                .isZero();
        assertThat(accounts.number("select count(*) from musicmuse.audit_entry where action = 'ACCOUNT_ERASED'"
                        + " and details like '%pending-guardian-14d%'"))
                .isPositive();
    }

    @Test
    @Tag("R62")
    void a_child_whose_guardian_is_gone_waits_for_another() {
        var child = accounts.create();
        accounts.update(
                "update musicmuse.account set age_state = 'MINOR', adult_from = current_date + 900 where id = ?",
                child.value());
        accounts.update(
                "insert into musicmuse.guardianship values (gen_random_uuid(), 1, ?, ?, now(), 'v1', false)",
                child.value(),
                person.value());

        erasure.erase(person, request);

        assertThat(state()).isEqualTo("DONE");
        assertThat(accounts.text(
                        "select status || (guardian_due_at > now() + interval '13 days') from musicmuse.account where id = ?",
                        child.value()))
                .isEqualTo("PENDING_GUARDIANtrue");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.outbox_mail where template = 'ASK_GUARDIAN'"
                                + " and account_id = ?",
                        child.value()))
                .isEqualTo(1);
    }

    @Test
    @Tag("R36")
    void an_erasure_whose_transaction_fails_never_happened() throws Exception {
        due(person, "verify_due_at");
        transaction.begin();
        assertThat(ends.end(map.rule("unverified-7d"), List.of(person.value()))).hasSize(1);
        transaction.rollback();

        work.goOn();

        assertThat(rowsOf("account", "id")).isEqualTo(1);
        assertThat(rowsOf("practice_session", "account_id")).isEqualTo(1);
        assertThat(ends.end(map.rule("unverified-7d"), List.of(person.value()))).hasSize(1);
    }

    private void due(AccountId account, String clock) {
        accounts.update(
                "update musicmuse.account set " + clock + " = now() - interval '1 second' where id = ?",
                account.value());
    }

    private void hold(String columns, String values) {
        accounts.update(
                "insert into musicmuse.retention_hold (id, version, kind, reason, owner_id, review_on, placed_by,"
                        + " placed_at, " + columns + ") values (gen_random_uuid(), 1, 'LEGAL', 'test', '" + person
                        + "', current_date, '" + person + "', now(), " + values + ")");
    }

    private void release() {
        accounts.update(
                "update musicmuse.retention_hold set released_at = now(), released_by = owner_id where owner_id = ?",
                person.value());
    }

    private void pauseIsOver() {
        accounts.update("update musicmuse.erasure_leg set next_try_at = now() where erasure_id = ?", request);
    }

    private String leg(String what) {
        return accounts.text(
                "select (" + what + ")::text from musicmuse.erasure_leg where erasure_id = ? and processor = 'double'",
                request);
    }

    private String state() {
        return accounts.text("select state from musicmuse.erasure where id = ?", request);
    }

    private long rowsOf(String table, String column) {
        return accounts.number("select count(*) from musicmuse." + table + " where " + column + " = ?", person.value());
    }

    private List<String> ledger() throws IOException {
        var file = Keys.file(settings)
                .resolveSibling(settings.text(Setting.ERASURE_LEDGER_FILE).orElseThrow());
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains(request.toString()))
                .toList();
    }

    private String email() {
        return person + "@test.musicmuse.test";
    }
}
