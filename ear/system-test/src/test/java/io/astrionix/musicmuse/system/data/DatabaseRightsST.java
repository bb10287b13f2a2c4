package io.astrionix.musicmuse.system.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.server.DatabaseAccess;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.DataMapProducer;
import io.astrionix.musicmuse.system.SystemTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the roles beside the application's may do in the database that the application made: each right is tried, on each
 * table. A new table or column has to be opened in {@code afterMigrate.sql}, or is closed and named here.
 */
@SystemTest
@Tag("ASVS-13.2.2")
class DatabaseRightsST {

    private static final String READER = "musicmuse_reader";
    private static final String RETENTION = "musicmuse_retention";
    private static final String BACKUP = "musicmuse_backup";

    /** What somebody signs in with, and the links in mails that wait. */
    private static final Set<String> SECRETS = Set.of(
            "account.password_hash",
            "authenticator_app.key_id",
            "authenticator_app.sealed_seed",
            "authenticator_app.last_step",
            "data_request.link_hash",
            "known_device.browser_id",
            "one_time_token.token_hash",
            "one_time_token.payload",
            "outbox_mail.template_values",
            "passkey.credential_id",
            "passkey.credential_data",
            "passkey.sign_count",
            "recovery_code.code_hash",
            "support_link.token_hash");

    /** All that the data map counts to sign-in secrets and yet lets nobody in. */
    private static final Set<String> NO_SECRETS = Set.of(
            "authenticator_app.confirmed_at",
            "authenticator_app.created_at",
            "passkey.created_at",
            "passkey.last_used_at",
            "passkey.name",
            "passkey.synced",
            "recovery_code.created_at");

    /** How runs went: all that the command line tells. */
    private static final Set<String> RUNS = Set.of("retention_pause", "retention_rule_run", "retention_run");

    private static final int TABLES_AT_LEAST = 29;

    private final RunningMusicMuse musicMuse;
    private final List<String> columns;
    private final List<String> tables;

    DatabaseRightsST(RunningMusicMuse musicMuse) throws SQLException {
        this.musicMuse = musicMuse;
        try (var owner = musicMuse.database().connect()) {
            columns = texts(
                    owner,
                    "select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid"
                            + " where c.relnamespace = 'musicmuse'::regnamespace and c.relkind in ('r', 'p')"
                            + " and a.attnum > 0 and not a.attisdropped"
                            // what the database numbers itself last: trying to change that fails for everybody
                            + " order by c.relname, a.attidentity, a.attnum");
        }
        tables = columns.stream().map(DatabaseRightsST::table).distinct().toList();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(TABLES_AT_LEAST);
    }

    @Test
    void every_sign_in_secret_of_the_data_map_is_a_secret_here() {
        var secrets = DataMapProducer.read()
                .attributes()
                .filter(attribute -> attribute
                        .personal()
                        .filter(personal -> personal.category() == Category.CREDENTIALS)
                        .isPresent())
                .map(MappedAttribute::columns)
                .flatMap(List::stream)
                .map(column -> column.substring("musicmuse.".length()));
        assertThat(Stream.concat(SECRETS.stream(), NO_SECRETS.stream())).containsAll(secrets.toList());
    }

    @Test
    void the_reader_reads_everything_but_secrets_and_changes_nothing() throws SQLException {
        try (var reader = as(READER)) {
            assertThat(columns.stream().filter(column -> !isReadable(reader, column)))
                    .containsExactlyInAnyOrderElementsOf(SECRETS);
            assertThat(tables.stream().filter(table -> isChangeable(reader, table) || isDeletable(reader, table)))
                    .isEmpty();
            assertThat(isAllowed(reader, "select musicmuse.audit_expire(null)")).isFalse();
            assertThat(isAllowed(reader, "select from musicmuse_batch.job_instance"))
                    .isFalse();
            assertMakesNothing(reader);
        }
    }

    /** Whoever deletes past the engine deletes what somebody holds. */
    @Test
    @Tag("R42")
    void retention_reads_how_runs_went_and_deletes_nothing() throws SQLException {
        try (var retention = as(RETENTION)) {
            assertThat(columns.stream().filter(column -> isReadable(retention, column)))
                    .containsExactlyInAnyOrderElementsOf(columns.stream()
                            .filter(column -> RUNS.contains(table(column)))
                            .toList());
            assertThat(tables.stream().filter(table -> isDeletable(retention, table)))
                    .isEmpty();
            assertThat(tables.stream().filter(table -> isChangeable(retention, table)))
                    .as("asks for one")
                    .containsExactly("retention_run");
            for (var call : new String[] {
                "musicmuse.audit_expire(now() - interval '1 year')", "musicmuse.audit_forget(gen_random_uuid(), '{}')"
            }) {
                assertThat(isAllowed(retention, "select " + call)).as(call).isFalse();
            }
            assertMakesNothing(retention);
        }
    }

    @Test
    void backup_reads_all_there_is_and_changes_nothing() throws SQLException {
        try (var backup = as(BACKUP)) {
            assertThat(columns).allMatch(column -> isReadable(backup, column));
            assertThat(tables.stream().filter(table -> isChangeable(backup, table) || isDeletable(backup, table)))
                    .isEmpty();
            assertMakesNothing(backup);
        }
    }

    @Test
    void retention_asks_for_a_run_and_says_nothing_of_what_became_of_it() throws SQLException {
        try (var retention = as(RETENTION)) {
            assertThat(isAllowed(
                            retention,
                            "insert into musicmuse.retention_run (id, kind, asked_by, rules)"
                                    + " select gen_random_uuid(), 'DRY', 'test', '' where false"))
                    .isTrue();
            for (var column : new String[] {"state", "report", "signature", "ended_at"}) {
                assertThat(isAllowed(
                                retention,
                                "insert into musicmuse.retention_run (" + column + ") select null where false"))
                        .as(column)
                        .isFalse();
                assertThat(isAllowed(retention, "update musicmuse.retention_run set " + column + " = null where false"))
                        .as(column)
                        .isFalse();
            }
        }
    }

    private static void assertMakesNothing(Connection role) {
        assertThat(isAllowed(role, "create table musicmuse.other (id int)")).isFalse();
        assertThat(isAllowed(role, "create table musicmuse_batch.other (id int)"))
                .isFalse();
        assertThat(isAllowed(role, "create table public.other (id int)")).isFalse();
        assertThat(isAllowed(role, "create schema other")).isFalse();
        assertThat(isAllowed(role, "drop table musicmuse.account")).isFalse();
        assertThat(isAllowed(role, "set role musicmuse")).isFalse();
        assertThat(isAllowed(role, "set role musicmuse_owner")).isFalse();
    }

    private static boolean isReadable(Connection role, String column) {
        return isAllowed(
                role,
                "select " + column.substring(column.indexOf('.') + 1) + " from musicmuse." + table(column)
                        + " limit 0");
    }

    private static boolean isDeletable(Connection role, String table) {
        return isAllowed(role, "delete from musicmuse." + table + " where false");
    }

    /** Whether one of the ways to change a table but for deleting its rows is open. Does not come to a row. */
    private boolean isChangeable(Connection role, String table) {
        var column = columns.stream()
                .filter(other -> table(other).equals(table))
                .findFirst()
                .orElseThrow()
                .substring(table.length() + 1);
        return isAllowed(role, "update musicmuse." + table + " set " + column + " = " + column + " where false")
                || isAllowed(role, "insert into musicmuse." + table + " select * from musicmuse." + table + " limit 0")
                || isAllowed(role, "insert into musicmuse." + table + " (" + column + ") select null where false")
                || isAllowed(role, "truncate musicmuse." + table)
                || isAllowed(role, "alter table musicmuse." + table + " add column other int");
    }

    private static boolean isAllowed(Connection role, String command) {
        return !answer(role, command).equals("42501");
    }

    /** The state of the error; empty if there was none. */
    private static String answer(Connection role, String command) {
        try (var statement = role.createStatement()) {
            statement.execute(command);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private static String table(String column) {
        return column.substring(0, column.indexOf('.'));
    }

    /** Signed in with a password, as somebody would: prepare.sql gives none to these roles. */
    private Connection as(String role) throws SQLException {
        var url = musicMuse.database().jdbcUrl();
        try (var superuser = new DatabaseAccess(url, "postgres", "").connect();
                var statement = superuser.createStatement()) {
            statement.execute("alter role " + role + " password 'of-this-test'");
        }
        return new DatabaseAccess(url, role, "of-this-test").connect();
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
