package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/postgresql.md on a PostgreSQL of the machine, with the tables of the application: each command of the page
 * is run as it stands there, but for the values that an administrator fills in.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresqlPageTest {

    private static final Path PAGE = Path.of("..", "docs", "postgresql.md");
    private static final Path KIT = Path.of("postgresql");
    private static final String MIGRATIONS = "filesystem:../ejb-module/src/main/resources/db/migration";

    /** What an administrator fills in; a test has values of its own. */
    private static final Set<String> VALUES = Set.of("settings", "moment");

    private static final Pattern ADDRESS = Pattern.compile("MUSICMUSE_DB_URL='(.*)'");

    private static final String REFUSED = "28000";
    private static final String NOT_CONNECTED = "08006";

    @TempDir
    static Path folder;

    private CommandBlocks page;
    private String url;
    private ScratchPostgres postgres;

    @BeforeAll
    void follow_the_page() throws IOException, SQLException {
        ScratchPostgres.required();
        page = new CommandBlocks(PAGE);
        postgres = new ScratchPostgres(folder);
        Files.createDirectory(folder.resolve("kit"));
        for (var file : List.of("prepare.sql", "hand-over.sql", "pg_hba.conf.example", "postgresql.conf.example")) {
            Files.copy(KIT.resolve(file), folder.resolve("kit").resolve(file));
        }
        postgres.run(
                "", "for role in musicmuse musicmuse_backup; do echo \"*:*:*:$role:$role-password\"; done > pgpass");
        run("", "authority", "certificate", "configure");
        run(twice("musicmuse_owner") + twice("musicmuse"), "prepare");
        run(twice("musicmuse_backup"), "password");
        var address = ADDRESS.matcher(Files.readString(PAGE));
        assertThat(address.find()).isTrue();
        url = address.group(1)
                .replace("db.school.example:5432", "localhost:" + postgres.port())
                .replace("/etc/musicmuse/ca.crt", ca().toString());
        migrate();
        account("before-backup@school.test");
        run("", "base-backup", "prune");
    }

    @AfterAll
    void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @AfterAll
    void every_command_of_the_page_was_run() {
        if (page != null) {
            assertThat(page.unused()).isEqualTo(VALUES);
        }
    }

    /** Nightly backups that fail unseen must not end in having none: what is old goes only where there is something younger. */
    @Test
    void the_last_backup_is_not_pruned() throws IOException {
        var old = """
                mkdir -p "$BACKUP/base" "$BACKUP/dump" "$BACKUP/wal"
                cp -a "$(ls -d backup/base/* | tail -1)" "$BACKUP/base/00000000T000000"
                touch -d '40 days ago' "$BACKUP/base/00000000T000000"
                """;
        var list = "ls \"$BACKUP/base\"";

        assertThat(postgres.run("", settings() + old + page.take("prune") + list))
                .doesNotContain("00000000T000000")
                .isNotBlank();
        assertThat(postgres.run("", settings() + "BACKUP=$PWD/starved\n" + old + page.take("prune") + list))
                .contains("00000000T000000");
    }

    @Test
    @Tag("ASVS-12.3.1")
    void the_application_gets_in_by_tls_with_a_checked_certificate() throws Exception {
        for (var role : List.of(access("musicmuse"), access("musicmuse_owner"))) {
            assertThat(role.texts("select version from pg_stat_ssl where ssl and pid = pg_backend_pid()"))
                    .containsExactly("TLSv1.3");
        }
        assertThat(superuser("select count(*) from pg_authid where rolpassword like 'SCRAM-SHA-256$%'"))
                .isEqualTo("3");
        assertThat(run("", "check")).contains("TLSv1.3", "pg_hba.conf rejects connection", "no encryption");
    }

    @Test
    @Tag("ASVS-12.3.1")
    void nobody_gets_in_without_tls_or_as_somebody_the_page_does_not_name() {
        assertRefused(url.replace("verify-full", "disable"), "musicmuse", REFUSED);
        assertRefused(url.replace("verify-full", "disable"), "musicmuse_owner", REFUSED);
        assertRefused(url.replace("/musicmuse?", "/postgres?"), "musicmuse", REFUSED);
        assertRefused(url, "postgres", REFUSED);
        assertRefused(url, "musicmuse_reader", "28P01");
    }

    @Test
    @Tag("ASVS-12.3.2")
    void a_certificate_for_another_name_or_from_another_authority_is_not_trusted() throws IOException {
        assertRefused(url.replace("localhost", "127.0.0.1"), "musicmuse", NOT_CONNECTED);
        postgres.run("", settings() + "CA=$PWD/other-ca\n" + page.take("authority"));
        var other = folder.resolve("other-ca").resolve("ca.crt");
        assertRefused(url.replace(ca().toString(), other.toString()), "musicmuse", NOT_CONNECTED);
    }

    @Test
    @Tag("ASVS-13.2.2")
    void roles_do_no_more_than_the_page_says_on_a_server_that_it_prepared() throws IOException {
        run("", "hand-over");
        for (var role : List.of("musicmuse", "musicmuse_retention", "musicmuse_reader", "musicmuse_backup")) {
            var refused = postgres.run(
                    "",
                    "psql musicmuse --set ROLE=" + role
                            + " --command 'set role " + role + "' --command 'create temporary table other (id int)'"
                            + " --command 'create table musicmuse.other (id int)'"
                            + " --command 'create database other' --command 'create role other' 2>&1 || true");
            assertThat(refused.lines().filter(line -> line.contains("ERROR:  permission denied")))
                    .as(role)
                    .hasSize(4);
        }
        assertThat(superuser("select string_agg(rolname, ' ' order by rolname) from pg_roles"
                        + " where rolname like 'musicmuse%' and not rolsuper and not rolcreatedb and not rolcreaterole"
                        + " and not rolbypassrls and rolreplication = (rolname = 'musicmuse_backup')"))
                .isEqualTo("musicmuse musicmuse_backup musicmuse_owner musicmuse_reader musicmuse_retention");
    }

    @Test
    void a_database_prepared_before_there_were_all_roles_gets_them_and_their_rights() throws Exception {
        postgres.run(
                "",
                "psql musicmuse --command 'drop owned by musicmuse_reader, musicmuse_retention'"
                        + " --command 'drop role musicmuse_reader, musicmuse_retention'");
        migrate();

        run("", "hand-over");
        migrate();

        assertThat(
                        access("musicmuse")
                                .texts(
                                        "select has_table_privilege('musicmuse_reader', 'musicmuse.sign_in', 'select')"
                                                + " and has_table_privilege('musicmuse_retention', 'musicmuse.retention_run', 'select')"))
                .containsExactly("t");
    }

    @Test
    void the_log_says_what_failed_and_not_whose_data_it_was() throws Exception {
        account("twice@school.test");
        assertThatThrownBy(() -> account("twice@school.test")).isInstanceOf(SQLException.class);

        assertThat(postgres.log()).contains("account_email_key").doesNotContain("twice@school.test");
    }

    @Test
    void what_was_deleted_by_mistake_is_there_again_at_the_moment_before() throws Exception {
        account("after-backup@school.test");
        var before = emails();
        var moment = superuser("select now()");
        execute("delete from musicmuse.account");
        account("after-mistake@school.test");
        var tooLate = superuser("select now()");
        account("later@school.test");

        restore(tooLate);
        assertThat(emails()).containsExactly("after-mistake@school.test");
        long begin = System.nanoTime();
        restore(moment);
        assertThat(emails()).isEqualTo(before).contains("before-backup@school.test", "after-backup@school.test");
        assertThatThrownBy(() -> account("too-early@school.test")).isInstanceOf(SQLException.class);
        run("", "go-on");
        awaitAnswer("not pg_is_in_recovery()");
        System.out.printf("Restored to a moment in %.1f s%n", (System.nanoTime() - begin) / 1e9);

        assertThat(emails()).isEqualTo(before);
        account("afterwards@school.test");
    }

    @Test
    void a_dump_brings_back_the_database_with_its_rights() throws Exception {
        account("dumped@school.test");
        var before = emails();
        var rights = rights();
        run("", "dump");
        execute("delete from musicmuse.account");

        run("", "restore-dump");

        assertThat(emails()).isEqualTo(before).contains("dumped@school.test");
        assertThat(rights()).isEqualTo(rights);
        migrate();
    }

    @Test
    void the_drill_finds_the_newest_event() throws Exception {
        execute("insert into musicmuse.audit_entry values (gen_random_uuid(), '2026-11-27 09:08:07+00', 'SIGNED_IN',"
                + " 'DONE', null, 'account', '', '{}', '')");
        var piece = superuser("select pg_walfile_name(pg_switch_wal())");
        awaitAnswer("last_archived_wal >= '" + piece + "' from pg_stat_archiver");

        assertThat(run("", "drill")).contains("2026-11-27 09:08:07+00");
    }

    private void restore(String moment) throws IOException {
        var values = "until='" + moment + "' base=$(ls -d \"$BACKUP\"/base/* | tail -1)\n";
        postgres.run("", settings() + values + page.take("restore"));
        assertThat(run("", "look")).contains("pg_is_in_recovery");
    }

    /** @param question asked as superuser until the answer is yes */
    private void awaitAnswer(String question) throws IOException {
        postgres.run("", "until [ \"$(psql -Atc \"select " + question + "\")\" = t ]; do sleep 0.1; done");
    }

    private String run(String input, String... blocks) throws IOException {
        var output = new StringBuilder();
        for (var block : blocks) {
            output.append(postgres.run(input, settings() + page.take(block)));
        }
        return output.toString();
    }

    private static String settings() {
        return """
                KIT=$PWD/kit DATA=$PWD/data CONF=$PWD/conf BACKUP=$PWD/backup CA=$PWD/ca
                DB_HOST=localhost DB_ADDRESS=127.0.0.1 APP_ADDRESS=127.0.0.1 ADMIN_ADDRESS=127.0.0.1
                BACKUP_LOGIN="host=$DB_HOST user=musicmuse_backup sslmode=verify-full sslrootcert=$CA/ca.crt"
                """;
    }

    private static Path ca() {
        return folder.resolve("ca").resolve("ca.crt");
    }

    private static String twice(String role) {
        return (role + "-password\n").repeat(2);
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(url, "musicmuse_owner", "musicmuse_owner-password")
                .schemas("musicmuse")
                .placeholders(Map.of("applicationRole", "musicmuse"))
                .locations(MIGRATIONS)
                .load()
                .migrate();
    }

    private DatabaseAccess access(String role) {
        return new DatabaseAccess(url, role, role + "-password");
    }

    private static void assertRefused(String url, String role, String state) {
        assertThatThrownBy(() -> new DatabaseAccess(url, role, role + "-password")
                        .connect()
                        .close())
                .as(role + " at " + url)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    private void account(String email) throws SQLException {
        execute("insert into musicmuse.account (id, version, email, display_name, password_hash, created_at)"
                + " values (gen_random_uuid(), 0, '" + email + "', 'Somebody', 'x', now())");
    }

    private List<String> emails() throws SQLException {
        return access("musicmuse").texts("select email from musicmuse.account order by email");
    }

    /** Who may do what with the tables, and who owns them. */
    private List<String> rights() throws SQLException {
        return access("musicmuse_owner")
                .texts("select relname || relowner::regrole || coalesce(relacl::text, '') from pg_class"
                        + " where relnamespace = 'musicmuse'::regnamespace order by 1");
    }

    private void execute(String command) throws SQLException {
        try (var connection = access("musicmuse").connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String superuser(String query) throws IOException {
        return postgres.run("", "psql --no-align --tuples-only --command \"" + query.replace("$", "\\$") + "\"")
                .strip();
    }
}
