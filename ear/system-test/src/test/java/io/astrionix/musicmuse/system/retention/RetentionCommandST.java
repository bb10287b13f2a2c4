package io.astrionix.musicmuse.system.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.retention.command.RetentionCommand;
import io.astrionix.musicmuse.server.DatabaseAccess;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The command line as cron calls it, with the role that is made for it, and what an administrator then sees. */
@SystemTest
@Tag("R42")
class RetentionCommandST {

    private static final String ROLE = "musicmuse_retention";
    private static final String PASSWORD = "of-this-test";
    private static final String RULE = "abandoned-take-24h";
    private static final String CONSOLE = "admin/retention.xhtml";
    private static final Pattern RUN = Pattern.compile("run ([0-9a-f-]{36}) ");

    private final RunningMusicMuse musicMuse;
    private final UUID account = UUID.randomUUID();

    RetentionCommandST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    /** What a command printed, and its exit code. */
    private record Answer(int code, String text) {}

    @BeforeEach
    void takes_that_nobody_finished() throws SQLException {
        try (var superuser = new DatabaseAccess(musicMuse.database().jdbcUrl(), "postgres", "").connect();
                var statement = superuser.createStatement()) {
            statement.execute("alter role " + ROLE + " password '" + PASSWORD + "'");
        }
        update("insert into musicmuse.account (id, version, email, display_name, password_hash, created_at)"
                + " values ('" + account + "', 1, '" + account + "@test.musicmuse.test', 'Test', 'no hash', now())");
        update("insert into musicmuse.practice_session (id, version, account_id, exercise_id, instrument_id,"
                + " musical_key, octave, tempo_bpm, strictness, calibrated, started_at)"
                + " select gen_random_uuid(), 1, '" + account + "', 'tune-twinkle', 'violin', 'C', 0, 80, 'beginner',"
                + " false, now() - interval '30 hours' from generate_series(1, 3)");
    }

    /** Takes that are due would be counted where other tests plant theirs. */
    @AfterEach
    void leaveNothing() throws SQLException {
        update("delete from musicmuse.account where id = '" + account + "'");
    }

    @Test
    void a_row_that_the_database_does_not_let_go_is_put_aside_and_tried_again_when_somebody_says_so()
            throws SQLException {
        update("create function musicmuse.keep_for_test() returns trigger language plpgsql as"
                + " 'begin if old.id = (select min(id::text)::uuid from musicmuse.practice_session where account_id = ''"
                + account + "'') then raise exception ''kept by a test''; end if; return old; end'");
        update("create trigger keep_for_test before delete on musicmuse.practice_session"
                + " for each row execute function musicmuse.keep_for_test()");
        try {
            for (int run = 1; run <= 3; run++) {
                var answer = command("run", RULE);
                assertThat(answer.code()).as(answer.text()).isEqualTo(RetentionCommand.TROUBLE);
                assertThat(answer.text()).contains(RULE + " EXCEPTIONS ", " quarantined=1 ");
                assertThat(takes()).as("the others go").isEqualTo(1);
            }
            assertThat(number("select tries from musicmuse.retention_quarantine where rule_id = '" + RULE + "'"))
                    .isEqualTo(3);
            assertThat(command("run", RULE).text())
                    .as("left alone, and still not green")
                    .contains(RULE + " EXCEPTIONS ");
            assertThat(number("select tries from musicmuse.retention_quarantine where rule_id = '" + RULE + "'"))
                    .isEqualTo(3);
        } finally {
            update("drop trigger keep_for_test on musicmuse.practice_session");
            update("drop function musicmuse.keep_for_test()");
        }
        assertThat(command("status").code()).isEqualTo(RetentionCommand.TROUBLE);

        var admin = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
        var page = admin.get(CONSOLE).body();
        assertThat(page).contains("The last run left rows behind: " + RULE).doesNotContain("???");
        admin.submit(CONSOLE, "rules", button(page, "Try rows put aside again: " + RULE), Map.of());

        var last = command("run", RULE);
        assertThat(last.code()).as(last.text()).isEqualTo(RetentionCommand.DONE);
        assertThat(last.text()).contains(RULE + " DONE ", " removed=1 ");
        assertThat(takes()).isZero();
        assertThat(admin.get(CONSOLE).body()).doesNotContain("The last run left rows behind: " + RULE);
        reportIsThere(admin, last);
    }

    private void reportIsThere(Visitor admin, Answer run) {
        var matcher = RUN.matcher(run.text());
        assertThat(matcher.find()).isTrue();
        var id = matcher.group(1);
        var file = command("report", id);
        assertThat(file.code()).isEqualTo(RetentionCommand.DONE);
        assertThat(file.text()).contains("\"signature\"", RULE);
        assertThat(admin.get("admin/retention-run.xhtml?id=" + id).body())
                .contains("Signature valid", id)
                .doesNotContain("???");
        var json = admin.get("admin/retention-report?format=json&run=" + id);
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json.body().replace("\\", "")).contains("\"run\":\"" + id + "\"");
        var pdf = admin.get("admin/retention-report?format=pdf&run=" + id);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
    }

    @Test
    void a_dry_run_counts_and_a_rule_that_is_not_there_is_said() throws SQLException {
        var dry = command("dry", RULE);
        assertThat(dry.code()).as(dry.text()).isEqualTo(RetentionCommand.DONE);
        assertThat(dry.text()).containsPattern(RULE + " PLANNED due=\\d*[1-9]\\d* removed=0 ");
        assertThat(takes()).isEqualTo(3);

        var unknown = command("run", "no-such-rule");
        assertThat(unknown.code()).isEqualTo(RetentionCommand.NO_ANSWER);
        assertThat(unknown.text()).contains("There is no rule no-such-rule");
        assertThat(command("report", UUID.randomUUID().toString()).code()).isEqualTo(RetentionCommand.NO_ANSWER);
    }

    @Test
    void a_monitor_reads_each_rule_and_how_much_is_wrong() throws Exception {
        assertThat(command("run", RULE).code()).isEqualTo(RetentionCommand.DONE);
        var metrics = command("metrics");
        assertThat(metrics.code()).isEqualTo(RetentionCommand.DONE);
        assertThat(metrics.text())
                .contains("# TYPE musicmuse_retention_ok gauge", "musicmuse_retention_ok{rule=\"" + RULE + "\"} 1")
                .containsPattern("musicmuse_retention_removed_rows\\{rule=\"" + RULE + "\"} [1-9]\\d*\n")
                .doesNotContain(account.toString());
        // A number as a text on Payara (docs/servers.md).
        assertThat(awaitTroubles()).matches("(?s).*\"retention-troubles\" ?: ?\"?\\d+.*");
    }

    /** The first look comes half a minute after the start. */
    private String awaitTroubles() throws IOException, InterruptedException {
        var ask = HttpRequest.newBuilder(musicMuse.healthUri().resolve("/health/ready"))
                .build();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var body = "";
        while (!body.contains("retention-troubles") && System.nanoTime() < end) {
            Thread.sleep(200);
            body = HttpClient.newHttpClient().send(ask, BodyHandlers.ofString()).body();
        }
        return body;
    }

    @Test
    void a_last_run_that_failed_is_no_success_until_another_has_ended_well() throws SQLException {
        update("delete from musicmuse.retention_rule_run where state in ('STOPPED', 'EXCEPTIONS')"); // of other tests
        assertThat(command("run", RULE).code()).isEqualTo(RetentionCommand.DONE);
        assertThat(command("status").code()).isEqualTo(RetentionCommand.DONE);
        for (var state : List.of("FAILED", "REFUSED")) {
            update("insert into musicmuse.retention_run (id, kind, asked_by, state, note, started_at, ended_at)"
                    + " values ('" + account + "', 'PURGE', 'test', '" + state + "', 'why', now(), now())");
            try {
                var status = command("status");
                assertThat(status.code()).as(status.text()).isEqualTo(RetentionCommand.TROUBLE);
                assertThat(status.text()).contains("run " + account + " " + state, " why", RULE + " DONE ");
            } finally {
                update("delete from musicmuse.retention_run where id = '" + account + "'");
            }
        }
        assertThat(command("status").code()).isEqualTo(RetentionCommand.DONE);
    }

    /** As it lies in the kit. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_script_of_the_kit_starts_it() throws IOException, InterruptedException {
        var kit = TestPaths.docs().resolveSibling(Path.of("server-config", TestPaths.server(), "target", "kit"));
        var process = new ProcessBuilder("sh", kit.resolve("bin/retention.sh").toString(), "dry", RULE);
        process.environment().putAll(environment());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var started = process.redirectErrorStream(true).start();
        var text = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(text).isEqualTo(RetentionCommand.DONE);
        assertThat(text).contains(RULE + " PLANNED ");
    }

    private Answer command(String... arguments) {
        var printed = new ByteArrayOutputStream();
        int code = RetentionCommand.run(
                List.of(arguments), environment(), new PrintStream(printed, true, StandardCharsets.UTF_8));
        return new Answer(code, printed.toString(StandardCharsets.UTF_8));
    }

    private Map<String, String> environment() {
        return Map.of(
                "MUSICMUSE_DB_URL", musicMuse.database().jdbcUrl(),
                "MUSICMUSE_DB_USER", ROLE,
                "MUSICMUSE_DB_PASSWORD", PASSWORD);
    }

    private static String button(String page, String label) {
        var button = Pattern.compile("<button id=\"([^\"]+)\"[^>]*aria-label=\"" + Pattern.quote(label) + "\"")
                .matcher(page);
        assertThat(button.find()).as(label).isTrue();
        return button.group(1);
    }

    private long takes() throws SQLException {
        return number("select count(*) from musicmuse.practice_session where account_id = '" + account + "'");
    }

    private long number(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
