package io.astrionix.musicmuse.system.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers report about the policy. That a real one does is shown by {@code CspReportST} of the browser tests. */
@SystemTest
class CspReportsST {

    private static final String REPORTED = "A browser reports what the policy forbids";

    private final RunningMusicMuse musicMuse;
    private final Visitor browser;

    CspReportsST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.browser = Visitor.stranger(musicMuse);
    }

    /** Other tests report too, and a network may so often. */
    @BeforeEach
    void forget_earlier_reports() throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from musicmuse.request_allowance where limit_name = 'CSP_REPORT'");
        }
    }

    @Test
    @Tag("ASVS-3.4.7")
    void every_policy_names_the_address_for_reports() {
        for (var path : List.of("signin.xhtml", "no-such-page.xhtml", "practice/choose.xhtml")) {
            assertThat(browser.get(path)
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .as(path)
                    .contains("; report-uri /csp-report");
        }
    }

    @Test
    @Tag("ASVS-3.4.7")
    @Tag("ASVS-16.4.1")
    void a_report_is_one_line_of_the_log_without_what_the_page_was_asked() {
        var log = new ServerLogWatch(musicMuse);
        var answer = report("{\"csp-report\":{\"effective-directive\":\"script-src\\n2026-01-01 ERROR [x] (y) forged\","
                + "\"document-uri\":\"" + browser.origin() + "/reset-password.xhtml?token=SECRET-TOKEN#SECRET\"}}");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(log.linesWith(REPORTED)).singleElement().satisfies(line -> assertThat(line)
                .contains("script-src_2026-01-01_ERROR__x___y__forged", "/reset-password.xhtml")
                .doesNotContain("SECRET"));
        assertThat(log.lines()).noneMatch(line -> line.startsWith("2026-01-01 ERROR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "la la la", "[]", "{}", "{\"csp-report\":1}", "{\"csp-report\":", "null"})
    @Tag("ASVS-3.4.7")
    void what_is_no_report_is_refused_and_not_written_down(String body) {
        var log = new ServerLogWatch(musicMuse);
        assertThat(report(body).statusCode()).isEqualTo(400);
        report("{\"csp-report\":{\"effective-directive\":\"a-good-one\"}}");
        assertThat(log.linesWith(REPORTED)).singleElement().satisfies(line -> assertThat(line)
                .contains("a-good-one"));
        assertThat(log.trouble()).isEmpty();
    }

    @Test
    @Tag("ASVS-3.4.7")
    void a_long_one_and_a_flood_are_refused() {
        var log = new ServerLogWatch(musicMuse);
        assertThat(report("{\"csp-report\":{\"x\":\"" + "a".repeat(9_000) + "\"}}")
                        .statusCode())
                .isEqualTo(413);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            refused += report("{\"csp-report\":{}}").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(10);
        assertThat(log.linesWith(REPORTED)).hasSizeBetween(1, 49);
    }

    private HttpResponse<String> report(String body) {
        return browser.send(
                "POST",
                "csp-report",
                body,
                "Content-Type",
                "application/csp-report",
                "Origin",
                browser.origin(),
                "Sec-Fetch-Site",
                "same-origin");
    }
}
