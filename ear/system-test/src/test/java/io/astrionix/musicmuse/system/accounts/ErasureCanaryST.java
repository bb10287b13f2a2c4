package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * P2 and P3: people who wrote a mark of their own wherever they could are erased; nothing has their marks afterwards, and
 * everybody else's rows are what they were.
 */
@SystemTest
class ErasureCanaryST {

    private static final int PEOPLE = Integer.getInteger("musicmuse.canaries", 20);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LARGEST_FILE = 100_000_000;

    /** What the server writes by itself at any time, whoever is erased. */
    private static final String BY_ITSELF =
            "musicmuse\\.(audit_|erasure|retention_|flyway|request_allowance).*|.*_batch\\..*";

    private final RunningMusicMuse musicMuse;
    private final CanaryPeople people;

    ErasureCanaryST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.people = new CanaryPeople(musicMuse);
    }

    @Test
    @Tag("R36")
    @Tag("R37")
    @Tag("R45")
    @Tag("R55")
    @Tag("R58")
    void nothing_of_the_erased_is_left_and_nothing_of_the_others_is_changed() throws Exception {
        var watcher = people.adult();
        people.populate(PEOPLE);
        assertThat(residue()).as("the marks are found at all").hasSizeGreaterThan(12);
        var theirs = theirRows();
        var before = checksums(theirs);

        erase();

        var residue = residue();
        var files = filesWithMarks();
        var changed = changed(before, checksums(theirs));
        Figures.keep("erasure-canary-people", people.markers().size(), "people", ">= " + PEOPLE);
        Figures.keep("erasure-canary-residue", residue.size() + files.size(), "tables and files with a mark", "= 0");
        Figures.keep("erasure-collateral", changed.size(), "tables with a change", "= 0");
        assertThat(residue).isEmpty();
        assertThat(files).isEmpty();
        assertThat(changed).isEmpty();
        assertThat(watcher.get("account/profile.xhtml").statusCode())
                .as("the session of somebody erased")
                .isEqualTo(302);
        assertThatPagesShowNothing();
        assertThat(watcher.signIn(people.markers().get(0) + "@canary.example", RegisterPage.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertThatPagesShowNothing() {
        var admin = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
        for (var page : List.of("admin/users.xhtml", "admin/outbox.xhtml", "admin/audit.xhtml")) {
            assertThat(admin.get(page).body()).as(page).doesNotContainPattern(marks());
        }
    }

    /** As a request whose time has come leaves it to the server, which works each minute. */
    private void erase() throws SQLException, InterruptedException {
        for (var id : people.ids()) {
            update("insert into musicmuse.erasure (id, kind, account_id, account_hash, map_hash, state, begun_at)"
                    + " values (gen_random_uuid(), 'REQUEST', '" + id
                    + "', '1.test', '000000000000', 'AWAITING', now())");
        }
        var open = "select count(*) from musicmuse.erasure where account_id in (" + ids() + ")";
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!text(open).equals("0") && System.nanoTime() < end) {
            Thread.sleep(500);
        }
        assertThat(text(open)).isEqualTo("0");
    }

    private String ids() {
        return people.ids().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    private Pattern marks() {
        return Pattern.compile(Stream.concat(people.markers().stream(), people.ids().stream())
                .map(Object::toString)
                .collect(Collectors.joining("|")));
    }

    /** Tables with a mark, or an id, in any column of any type; a mark in bytes shows as their digits. */
    private List<String> residue() throws SQLException {
        var inBytes = people.markers().stream()
                .map(marker -> marker.chars().mapToObj(Integer::toHexString).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
        var found = new ArrayList<String>();
        for (var table : tables()) {
            var rows = text("select count(*) from " + table + " t where t::text ~ '" + marks() + "|" + inBytes + "'");
            if (!rows.equals("0")) {
                found.add(table + ": " + rows);
            }
        }
        return found;
    }

    private List<String> filesWithMarks() throws IOException {
        var marks = marks();
        try (var files = Files.walk(SharedMusicMuse.workFolder())) {
            return files.filter(file -> Files.isRegularFile(file) && !isOfDatabase(file))
                    .filter(file -> marks.matcher(content(file)).find())
                    .map(Path::toString)
                    .toList();
        }
    }

    /** Its files keep what is deleted until it is tidied away; what it would give anybody is in its tables. */
    private static boolean isOfDatabase(Path file) {
        return SharedMusicMuse.workFolder().relativize(file).startsWith("database");
    }

    private static String content(Path file) {
        try {
            return Files.size(file) > LARGEST_FILE ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What marks a row as theirs: marks, ids of accounts, of takes, and of consents, which stay as nobody's. */
    private String theirRows() throws SQLException {
        return marks()
                + "|"
                + text(
                        "select string_agg(id::text, '|') from (select id from musicmuse.practice_session where account_id in ("
                                + ids() + ") union all select id from musicmuse.consent_proof where subject_id in ("
                                + ids()
                                + ") or giver_id in (" + ids()
                                + ") union all select id from musicmuse.processing_choice"
                                + " where account_id in (" + ids() + ")) theirs");
    }

    private Map<String, String> checksums(String theirs) throws SQLException {
        var checksums = new TreeMap<String, String>();
        for (var table : tables()) {
            if (!table.matches(BY_ITSELF)) {
                checksums.put(
                        table,
                        text(
                                "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')"
                                        + " from " + table + " t where t::text !~ '" + theirs + "'"));
            }
        }
        assertThat(checksums).hasSizeGreaterThan(18);
        return checksums;
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(table -> !table.getValue().equals(after.get(table.getKey())))
                .map(table -> table + " now " + after.get(table.getKey()))
                .toList();
    }

    private List<String> tables() throws SQLException {
        return List.of(text("select string_agg(table_schema || '.' || table_name, ' ' order by 1)"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")
                .split(" "));
    }

    private void update(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    private String text(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
