package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's database role may do with the audit log: add to it. */
class AuditRightsIT extends Deployed {

    private static final String NOT_ALLOWED = "42501";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private AuditLog log;

    @Inject
    private TestAccounts accounts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update musicmuse.audit_entry set outcome = 'DONE'",
                "update musicmuse.audit_personal set value = 'x'",
                "update musicmuse.audit_subject set pseudonym = 'x'",
                "update musicmuse.audit_seal set seq = 0",
                "update musicmuse.audit_segment set month = ''",
                "update musicmuse.audit_unsealed set queued_at = now()",
                "delete from musicmuse.audit_entry",
                "delete from musicmuse.audit_personal",
                "delete from musicmuse.audit_subject",
                "delete from musicmuse.audit_seal",
                "delete from musicmuse.audit_segment",
                "truncate musicmuse.audit_entry",
                "truncate musicmuse.audit_personal",
                "truncate musicmuse.audit_subject",
                "truncate musicmuse.audit_seal",
                "truncate musicmuse.audit_segment",
                "drop table musicmuse.audit_entry",
                "alter table musicmuse.audit_entry add column other int",
                "create trigger other before insert on musicmuse.audit_entry execute function now()",
                "insert into musicmuse.audit_seal (seq, entry_id, digest, key_id, hash, sealed_at)"
                        + " values (-1, gen_random_uuid(), '', '', '', '2020-01-01')",
                "create or replace function musicmuse.audit_expire(sealed_before timestamptz) returns bigint"
                        + " language sql as 'select 1::bigint'"
            })
    @Tag("ASVS-16.4.2")
    @Tag("ASVS-13.2.2")
    void no_row_of_the_log_is_changed_or_taken_away(String command) {
        assertThatThrownBy(() -> execute(command))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
    }

    @Test
    @Tag("R39")
    void nothing_younger_than_a_year_expires() {
        for (var moment :
                new String[] {"now()", "now() - interval '1 year' + interval '1 second'", "null", "'infinity'"}) {
            assertThatThrownBy(() -> execute("select musicmuse.audit_expire(" + moment + ")"))
                    .as(moment)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"));
        }
    }

    @Test
    @Tag("R71")
    void an_event_is_written_with_pseudonyms_for_people() {
        var actor = accounts.create();
        var object = "take " + UUID.randomUUID();
        log.record(AuditEvent.done(AuditAction.ROLE_GRANTED).by(actor).on("account", actor));
        log.record(AuditEvent.done(AuditAction.PRACTICE_RESULT_STORED).by(actor).on("test", object));

        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s on s.pseudonym = e.actor"
                                + " where s.account_id = ? and (e.object_id = s.pseudonym or e.object_id = ?)",
                        actor.value(),
                        object))
                .isEqualTo(2);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry e where e::text like '%' || ? || '%'",
                        actor.toString()))
                .isZero();
    }

    private void execute(String command) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
