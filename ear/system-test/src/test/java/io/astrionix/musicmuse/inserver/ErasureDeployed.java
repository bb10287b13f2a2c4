package io.astrionix.musicmuse.inserver;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.erasure.boundary.ErasureReports;
import io.astrionix.musicmuse.erasure.control.ErasureWork;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.TestProcessor;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
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

/** Somebody with everything that can be stored of a person. */
abstract class ErasureDeployed extends Deployed {

    @Inject
    ErasureStart erasure;

    @Inject
    AccountsEnd ends;

    @Inject
    ErasureWork work;

    @Inject
    ErasureReports reports;

    @Inject
    Callers callers;

    @Inject
    TestAccounts accounts;

    @Inject
    TestProcessor processor;

    @Inject
    DataMap map;

    @Inject
    Settings settings;

    @Inject
    UserTransaction transaction;

    final UUID request = UUID.randomUUID();
    AccountId person;
    UUID take;

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

    void due(AccountId account, String clock) {
        accounts.update(
                "update musicmuse.account set " + clock + " = now() - interval '1 second' where id = ?",
                account.value());
    }

    void hold(String columns, String values) {
        accounts.update(
                "insert into musicmuse.retention_hold (id, version, kind, reason, owner_id, review_on, placed_by,"
                        + " placed_at, " + columns + ") values (gen_random_uuid(), 1, 'LEGAL', 'test', '" + person
                        + "', current_date, '" + person + "', now(), " + values + ")");
    }

    void release() {
        accounts.update(
                "update musicmuse.retention_hold set released_at = now(), released_by = owner_id where owner_id = ?",
                person.value());
    }

    void pauseIsOver() {
        accounts.update("update musicmuse.erasure_leg set next_try_at = now() where erasure_id = ?", request);
    }

    String leg(String what) {
        return accounts.text(
                "select (" + what + ")::text from musicmuse.erasure_leg where erasure_id = ? and processor = 'double'",
                request);
    }

    String state() {
        return accounts.text("select state from musicmuse.erasure where id = ?", request);
    }

    long rowsOf(String table, String column) {
        return accounts.number("select count(*) from musicmuse." + table + " where " + column + " = ?", person.value());
    }

    List<String> ledger() throws IOException {
        var file = Keys.file(settings)
                .resolveSibling(settings.text(Setting.ERASURE_LEDGER_FILE).orElseThrow());
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains(request.toString()))
                .toList();
    }

    String email() {
        return person + "@test.musicmuse.test";
    }
}
