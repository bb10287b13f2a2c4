package io.astrionix.musicmuse.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SecondSteps;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody's sign-ins leave in the server's log and in the audit log. */
@SystemTest
class LogsST {

    private static final Pattern RECORD = Pattern.compile(
            "^(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2},\\d{3}(?:Z|[+-]\\d{2}:?\\d{2})) [A-Z]+ +\\[[^]]+] (?:\\([^)]+\\) )?.*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS[XXX][XX]");
    private static final String WRONG = "WRONG-PASSWORD-OF-THE-TEST";

    private final RunningMusicMuse musicMuse;
    private final DemoAccount staff;
    private final Visitor visitor;

    LogsST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.staff = musicMuse.demo("ORG_ADMIN");
        this.visitor = Visitor.stranger(musicMuse);
    }

    @Test
    @Tag("ASVS-16.2.5")
    void neither_log_has_a_password_a_code_a_token_or_a_session() throws SQLException {
        SecondSteps.forget(musicMuse, staff.email());
        var log = new ServerLogWatch(musicMuse);
        var secrets = new TreeSet<>(Set.of(WRONG, staff.password(), staff.seed(), staff.code()));
        visitor.signIn(staff.email(), WRONG);
        visitor.signIn(staff.email(), staff.password());
        visitor.secondStep("987 654");
        visitor.secondStep(staff.code());
        assertThat(visitor.get("account/sessions.xhtml").statusCode()).isEqualTo(200);
        for (var cookie : visitor.cookieHeader().split("; ")) {
            secrets.add(cookie.substring(cookie.indexOf('=') + 1).replaceFirst("\\.[^.]*$", ""));
        }
        visitor.submit("reset.xhtml", "reset", "reset:submit", Map.of("reset:email", staff.email()));
        var link = Mailbox.pathFor(musicMuse, staff.email(), MailTemplate.PASSWORD_RESET);
        secrets.add(link.replaceFirst(".*=", ""));
        visitor.get(link);
        visitor.get("no-such-page.xhtml?token=" + link.replaceFirst(".*=", ""));
        visitor.signOut();

        assertThat(log.linesWith("SIGNED_IN DONE")).isNotEmpty();
        for (var secret : secrets) {
            assertThat(log.lines()).noneMatch(line -> line.contains(secret));
            assertThat(entriesWith(secret)).isZero();
        }
    }

    @Test
    @Tag("ASVS-16.2.1")
    @Tag("ASVS-16.2.2")
    void every_line_says_when_with_its_zone_how_grave_and_from_which_part() {
        var log = new ServerLogWatch(musicMuse);
        var begin = Instant.now().minus(Duration.ofMillis(1));
        visitor.signIn(staff.email(), WRONG);

        assertThat(log.linesWith("SIGN_IN_REFUSED")).isNotEmpty();
        var lines = log.lines();
        assertThat(lines).allMatch(line -> RECORD.matcher(line).matches());
        assertThat(times(lines)).allSatisfy(time -> assertThat(time).isBetween(begin, Instant.now()));
    }

    /** Kept as a moment, which has no zone, and shown in UTC. */
    @Test
    @Tag("ASVS-16.2.2")
    void every_time_of_the_audit_log_is_a_moment() throws SQLException {
        assertThat(number("select count(*) from information_schema.columns where table_schema = 'musicmuse'"
                        + " and table_name like 'audit%' and data_type in"
                        + " ('timestamp without time zone', 'time without time zone')"))
                .isZero();
        assertThat(number("select count(*) from information_schema.columns where table_schema = 'musicmuse'"
                        + " and table_name = 'audit_entry' and column_name = 'occurred_at'"
                        + " and data_type = 'timestamp with time zone'"))
                .isEqualTo(1);
        var admin = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
        var rows = admin.submit("admin/audit.xhtml", "log", "log:export", Map.of())
                .body()
                .lines();
        assertThat(rows.skip(1).limit(5))
                .isNotEmpty()
                .allMatch(row -> row.split(",")[1].matches("\"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z\""));
    }

    private static List<Instant> times(List<String> lines) {
        return lines.stream()
                .map(RECORD::matcher)
                .filter(record -> record.matches())
                .map(record -> OffsetDateTime.parse(record.group(1), TIME).toInstant())
                .toList();
    }

    private long entriesWith(String secret) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var query = connection.prepareStatement("select count(*) from musicmuse.audit_entry e"
                        + " left join musicmuse.audit_personal p on p.entry_id = e.id"
                        + " where strpos(e::text, ?) > 0 or strpos(coalesce(p.value, ''), ?) > 0")) {
            query.setString(1, secret);
            query.setString(2, secret);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private long number(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery(query);
            row.next();
            return row.getLong(1);
        }
    }
}
