package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.boundary.ProfileService;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.privacy.boundary.DueRequests;
import io.astrionix.musicmuse.privacy.boundary.NoExportException;
import io.astrionix.musicmuse.privacy.boundary.OwnExport;
import io.astrionix.musicmuse.privacy.boundary.OwnRequests;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file with everything about somebody, from the request to its end. */
class ExportIT extends Deployed {

    /** In the server's environment: rows of notes, a million in {@code -Pbench}. */
    static final String ROWS_VARIABLE = "MUSICMUSE_TEST_EXPORT_ROWS";

    private static final int NOTES_OF_A_TAKE = 25;
    private static final int AIM_SECONDS = 60;
    private static final long MEGABYTE = 1024 * 1024;

    @Inject
    private OwnRequests requests;

    @Inject
    private OwnExport exports;

    @Inject
    private DueRequests due;

    @Inject
    private ProfileService profiles;

    @Inject
    private Settings settings;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private AccountId person;

    @BeforeEach
    void somebody_comes() throws Exception {
        person = signIns.person(Role.LEARNER);
        signIns.signIn(person, SignInLevel.PASSWORD);
    }

    @Test
    @Tag("R43")
    @Tag("R46")
    @Tag("R67")
    void it_holds_everything_of_this_person_and_nothing_of_another() throws Exception {
        var markers = mark(person);
        var other = signIns.person(Role.LEARNER);
        var foreign = mark(other);
        profiles.changeAvatar(picture());

        make();
        var zip = new ByteArrayOutputStream();
        exports.write(zip);
        var files = read(zip.toByteArray());
        var all = String.join("\n", files.values());

        long found = markers.stream().filter(all::contains).count();
        long strangers = foreign.stream().filter(all::contains).count();
        ServerFigures.keep("export-markers-found", (double) found, "of " + markers.size(), "= all");
        ServerFigures.keep("export-markers-foreign", (double) strangers, "of " + foreign.size(), "= 0");
        assertThat(markers).allSatisfy(marker -> assertThat(all).contains(marker));
        assertThat(foreign).noneMatch(all::contains);
        assertThat(all)
                .doesNotContain(
                        "$2a$",
                        "$2b$",
                        accounts.text("select password_hash from musicmuse.account where id = ?", person.value()))
                .doesNotContain(other.toString());
        assertThat(files).containsKeys("portable/avatar.jpg", "portable/music/tune-twinkle_violin_C_up0.musicxml");
        assertThat(files.get("portable/music/tune-twinkle_violin_C_up0.musicxml"))
                .contains("<score-partwise");
        assertThat(files.get("access/data.json")).contains("\"AuditEvent\"", "REQUEST_RECEIVED");
        assertThat(files.get("portable/data.json")).doesNotContain("AuditEvent", "passwordHash");
    }

    @Test
    @Tag("R43")
    void it_is_encrypted_asks_for_the_password_and_goes_after_48_hours() throws Exception {
        var markers = mark(person);
        var request = make();
        var file = folder().resolve(request + ".sealed");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotStartWith("PK")
                .doesNotContain(markers);

        var signIn = signIns.signIn(person, SignInLevel.PASSWORD);
        assertThat(exports.available()).isPresent();
        signIns.grewStale(signIn);
        assertThatThrownBy(() -> exports.write(OutputStream.nullOutputStream()))
                .isInstanceOf(CredentialNotFreshException.class);

        signIns.signIn(person, SignInLevel.PASSWORD);
        exports.write(OutputStream.nullOutputStream());
        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry where action = 'EXPORT_DOWNLOADED' and details::text like ?",
                        "%" + request + "%"))
                .isEqualTo(1);

        accounts.update(
                "update musicmuse.export_file set made_at = now() - interval '48 hours 1 second' where request_id = ?",
                request);
        assertThat(exports.available()).isEmpty();
        assertThatThrownBy(() -> exports.write(OutputStream.nullOutputStream())).isInstanceOf(NoExportException.class);
        old(file);
        due.sweepExports();
        assertThat(file).doesNotExist();
        assertThat(rows(request)).isZero();
    }

    @Test
    void a_file_without_a_row_and_a_row_without_a_file_are_mended() throws Exception {
        var request = make();
        var file = folder().resolve(request + ".sealed");
        accounts.update("delete from musicmuse.export_file where request_id = ?", request);
        old(file);
        due.sweepExports();
        assertThat(file).doesNotExist();

        var second = make();
        Files.delete(folder().resolve(second + ".sealed"));
        assertThat(exports.available()).isEmpty();
        due.sweepExports();
        assertThat(rows(second)).isZero();
    }

    @Test
    @Tag("R46")
    void many_rows_take_little_time_and_little_memory() throws Exception {
        int rows = Integer.parseInt(System.getenv(ROWS_VARIABLE));
        accounts.update(
                "insert into musicmuse.practice_session (id, version, account_id, exercise_id, instrument_id, musical_key,"
                        + " octave, tempo_bpm, strictness, calibrated, started_at, completed_at, rules_version, score)"
                        + " select gen_random_uuid(), 1, ?, 'tune-twinkle', 'violin', 'C', 0, 80, 'beginner', false, now(),"
                        + " now(), '1', 97.5 from generate_series(1, ?)",
                person.value(),
                rows / NOTES_OF_A_TAKE);
        accounts.update(
                "insert into musicmuse.note_verdict (session_id, position, note_index, verdict, onset_seconds,"
                        + " timing_millis, cents, heard_midi) select s.id, n, n, 'OK', n * 0.75, -12.5, 3.25, 60.5"
                        + " from musicmuse.practice_session s, generate_series(0, ? - 1) n where s.account_id = ?",
                NOTES_OF_A_TAKE,
                person.value());

        long before = usedAfterCollection();
        var watch = new HeapWatch();
        long began = System.nanoTime();
        var request = make();
        double seconds = (System.nanoTime() - began) / 1e9;
        long extra = Math.max(0, watch.end() - before) / MEGABYTE;

        ServerFigures.keep("export-" + rows + "-rows", seconds, "s", "<= " + AIM_SECONDS);
        ServerFigures.keep("export-" + rows + "-rows-heap", (double) extra, "MB more after a collection", "<= 128");
        assertThat(rows(request)).isEqualTo(1);
        assertThat(seconds).isLessThanOrEqualTo(AIM_SECONDS);
        assertThat(extra).isLessThanOrEqualTo(128);
    }

    /** Asks for the file and makes it; the job of the server may be faster. */
    private UUID make() throws Exception {
        var request = requests.ask(RequestKind.ACCESS, "").id();
        due.advance(request);
        for (int i = 0; i < 600 && isOpen(request); i++) {
            Thread.sleep(100);
        }
        assertThat(isOpen(request)).isFalse();
        return request;
    }

    private boolean isOpen(UUID request) {
        return accounts.number(
                        "select count(*) from musicmuse.data_request where id = ? and closed_at is null", request)
                == 1;
    }

    private long rows(UUID request) {
        return accounts.number("select count(*) from musicmuse.export_file where request_id = ?", request);
    }

    /** Something that is nowhere else, in each table that says it may be exported. */
    private List<String> mark(AccountId account) {
        var markers = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            markers.add("marker-" + UUID.randomUUID());
        }
        var take = accounts.session(account, 3, true);
        accounts.update("update musicmuse.practice_session set rules_version = ? where id = ?", markers.get(0), take);
        accounts.update(
                "insert into musicmuse.note_verdict (session_id, position, note_index, verdict) values (?, 0, 0, ?)",
                take,
                markers.get(1));
        accounts.update("update musicmuse.account set display_name = ? where id = ?", markers.get(2), account.value());
        accounts.update(
                "insert into musicmuse.account_profile (account_id, version, bio, page_look) values (?, 1, ?, 'BROWSER')",
                account.value(),
                markers.get(3));
        accounts.update(
                "insert into musicmuse.audio_device values (gen_random_uuid(), 1, ?, ?, ?, 12, 3, now())",
                account.value(),
                markers.get(4),
                markers.get(5));
        markers.add(TestSignIns.email(account));
        return markers;
    }

    private Path folder() {
        return Keys.file(settings).resolveSibling("musicmuse.exports");
    }

    /** As if it had lain there for an hour. */
    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
    }

    private static Map<String, String> read(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** How much is alive while something runs, looked at every few seconds, each time after a collection. */
    private static final class HeapWatch {

        private static final long EVERY_SECONDS = 3;

        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread thread = new Thread(this::watch, "heap watch");
        private volatile long most;

        private HeapWatch() {
            thread.setDaemon(true);
            thread.start();
        }

        private void watch() {
            try {
                while (!over.await(EVERY_SECONDS, TimeUnit.SECONDS)) {
                    most = Math.max(most, usedAfterCollection());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private long end() throws InterruptedException {
            over.countDown();
            thread.join();
            return Math.max(most, usedAfterCollection());
        }
    }
}
