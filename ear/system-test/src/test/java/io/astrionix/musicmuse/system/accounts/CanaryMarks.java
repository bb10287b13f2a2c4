package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the marks and ids of {@link CanaryPeople} are, and how they are erased. */
public final class CanaryMarks {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE_NANOS = 500_000_000;
    private static final int LARGEST_FILE = 100_000_000;

    private final RunningMusicMuse musicMuse;
    private final CanaryPeople people;

    public CanaryMarks(RunningMusicMuse musicMuse, CanaryPeople people) {
        this.musicMuse = musicMuse;
        this.people = people;
    }

    /** As a request whose time has come leaves it to the server, which works each minute. */
    public void erase() throws SQLException {
        for (var id : people.ids()) {
            update("insert into musicmuse.erasure (id, kind, account_id, account_hash, map_hash, state, begun_at)"
                    + " values (gen_random_uuid(), 'REQUEST', '" + id
                    + "', '1.test', '000000000000', 'AWAITING', now())");
        }
        var open = "select count(*) from musicmuse.erasure where account_id in (" + ids() + ")";
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!text(open).equals("0") && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        assertThat(text(open)).isEqualTo("0");
    }

    /** As if each of them had asked for it on their page seven days ago. */
    public void requestErasure() throws SQLException {
        update(
                "insert into musicmuse.data_request (id, version, kind, channel, state, person_hash, received_at, asked_at,"
                        + " acknowledged_at, verified_at, cool_off_until, due_at, steps_done, answer) select md5('request ' || id)::uuid, 1, 'DELETION',"
                        + " 'PROFILE', 'COOL_OFF', '1.test', t, t, t, t, now(), t + interval '30 days', 1, '' from (select id,"
                        + " now() - interval '7 days' as t from musicmuse.account where id in (" + ids() + ")) asked");
        update("insert into musicmuse.data_request_person (request_id, account_id, email, person_name, language, note,"
                + " received_at) select md5('request ' || id)::uuid, id, email, display_name, 'en', '', now() from musicmuse.account where id in ("
                + ids() + ")");
    }

    /** How many of them an account still knows by their mark. */
    public long people() throws SQLException {
        return Long.parseLong(text("select count(*) from musicmuse.account a where a::text ~ '"
                + String.join("|", people.markers()) + "'"));
    }

    /** How many accounts of theirs there are, whatever is in them. */
    public long accounts() throws SQLException {
        return Long.parseLong(text("select count(*) from musicmuse.account where id in (" + ids() + ")"));
    }

    /** Tables with a mark, or an id, in any column of any type; a mark in bytes shows as their digits. */
    public List<String> residue() throws SQLException {
        var inBytes = people.markers().stream()
                .map(marker -> marker.chars().mapToObj(Integer::toHexString).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
        var found = new ArrayList<String>();
        for (var table : tables()) {
            var rows = text("select count(*) from " + table + " t where t::text ~ '" + pattern() + "|" + inBytes + "'");
            if (!rows.equals("0")) {
                found.add(table + ": " + rows);
            }
        }
        return found;
    }

    /** Files with a mark or an id below the folder of an installation. */
    public List<String> files(Path folder) throws IOException {
        var marks = pattern();
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !isOfDatabase(folder.relativize(file)))
                    .filter(file -> marks.matcher(content(file)).find())
                    .map(Path::toString)
                    .toList();
        }
    }

    /** Its files keep what is deleted until it is tidied away; what it would give anybody is in its tables. */
    private static boolean isOfDatabase(Path file) {
        return file.startsWith("database");
    }

    private static String content(Path file) {
        try {
            return Files.size(file) > LARGEST_FILE ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Pattern pattern() {
        return Pattern.compile(Stream.concat(people.markers().stream(), people.ids().stream())
                .map(Object::toString)
                .collect(Collectors.joining("|")));
    }

    /** For a condition in SQL. */
    String ids() {
        return people.ids().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    List<String> tables() throws SQLException {
        return List.of(text("select string_agg(table_schema || '.' || table_name, ' ' order by 1)"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")
                .split(" "));
    }

    String text(String query) throws SQLException {
        return musicMuse.database().texts(query).get(0);
    }

    private void update(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }
}
