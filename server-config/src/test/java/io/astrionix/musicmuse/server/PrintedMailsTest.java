package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedMailsTest {

    private static final String LINE = "2026-11-22 19:07:37,002 INFO  [io.astrionix.musicmuse] (task-1) "
            + "MUSICMUSE-MAIL VERIFY_EMAIL to zoë@example.org: http://127.0.0.1:8080/verify.xhtml?token=";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void the_links_of_mails_are_shown_once_each_and_nothing_else(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("server.log");
        Files.writeString(log, LINE + "before\n");
        var mails = new PrintedMails(log, Files.size(log), new PrintStream(shown, true, StandardCharsets.UTF_8));

        append(log, "another line\n" + LINE + "one\n" + LINE);
        mails.showNew();
        append(log, "two\n");
        mails.showNew();
        mails.showNew();

        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "  Mail: VERIFY_EMAIL to zoë@example.org: http://127.0.0.1:8080/verify.xhtml?token=one",
                        "  Mail: VERIFY_EMAIL to zoë@example.org: http://127.0.0.1:8080/verify.xhtml?token=two");
    }

    @Test
    void a_log_that_begins_anew_is_read_from_its_begin(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("server.log");
        Files.writeString(log, "x".repeat(1_000) + "\n");
        var mails = new PrintedMails(log, Files.size(log), new PrintStream(shown, true, StandardCharsets.UTF_8));

        Files.writeString(log, LINE + "one\n");
        mails.showNew();

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("token=one");
    }

    private static void append(Path log, String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
