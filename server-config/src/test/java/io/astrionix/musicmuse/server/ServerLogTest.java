package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    private static final String INFO =
            "2026-11-22 19:07:32,046Z INFO  [org.wildfly.extension.health] (ServerService Thread Pool -- 56) Activating";
    private static final String ERROR =
            "2026-11-22 19:07:35,002+01:00 ERROR [org.jboss.msc.service.fail] (MSC service thread 1-2) MSC000001: Failed";
    private static final String LATER =
            "2026-11-22 19:07:36,002Z ERROR [org.jboss.as.controller] (Controller Boot Thread) WFLYCTL0013: Operation";
    private static final String CONFIGURATION = "2026-11-22 19:07:37,002Z ERROR [io.astrionix.musicmuse] (pool) "
            + "MUSICMUSE-CONFIG MUSICMUSE_MAIL_FROM is missing.";

    @Test
    void a_wrong_setting_is_the_reason_whatever_else_failed() {
        assertThat(ServerLog.failureReason(List.of(INFO, ERROR, LATER, CONFIGURATION)))
                .contains("MUSICMUSE_MAIL_FROM is missing.");
    }

    @Test
    void else_the_first_error_counts_with_its_innermost_cause() {
        var lines = List.of(
                INFO,
                ERROR,
                "\tat org.example.Some.method(Some.java:1)",
                "Caused by: java.lang.IllegalStateException: outer",
                "\tat org.example.Some.method(Some.java:2)",
                "Caused by: java.sql.SQLException: no such table",
                LATER,
                "Caused by: java.lang.Error: of another record");

        assertThat(ServerLog.failureReason(lines))
                .contains("MSC000001: Failed Caused by: java.sql.SQLException: no such table");
    }

    @Test
    void a_log_without_errors_gives_no_reason() {
        assertThat(ServerLog.failureReason(List.of(INFO, "Caused by: a line that belongs to no error")))
                .isEmpty();
    }

    @Test
    void errors_of_earlier_starts_are_passed_over(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("server.log");
        Files.writeString(file, ERROR + "\n");
        var log = new ServerLog(file);
        assertThat(log.failureReason()).isEmpty();

        Files.writeString(file, LATER + "\n", StandardOpenOption.APPEND);
        assertThat(log.failureReason()).contains("WFLYCTL0013: Operation");
    }

    @Test
    void a_server_that_never_wrote_gives_no_reason(@TempDir Path folder) throws IOException {
        assertThat(new ServerLog(folder.resolve("server.log")).failureReason()).isEmpty();
    }

    @Test
    void the_newest_setup_link_is_found() {
        assertThat(
                        ServerLog.setupLink(
                                List.of(
                                        "2026-11-22 21:00:00,000Z INFO  [x.FirstAdminLink] (t) MUSICMUSE-SETUP: once: http://localhost/setup.xhtml?token=a",
                                        "2026-11-22 21:00:01,000Z INFO  [x] (t) other",
                                        "2026-11-22 21:00:02,000Z INFO  [x.FirstAdminLink] (t) MUSICMUSE-SETUP: once: http://localhost/setup.xhtml?token=b")))
                .hasValue("http://localhost/setup.xhtml?token=b");
        assertThat(ServerLog.setupLink(List.of("nothing"))).isEmpty();
    }
}
