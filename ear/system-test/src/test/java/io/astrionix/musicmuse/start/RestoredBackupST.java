package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.accounts.CanaryMarks;
import io.astrionix.musicmuse.system.accounts.CanaryPeople;
import io.astrionix.musicmuse.system.figures.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A backup from before erasures is put back (P12): nobody gets a page until the ledger, a file that was not put back, is
 * replayed, and then nothing of the erased is there. Ten people here, a hundred with {@code -Pbench}.
 */
@Tag("start")
class RestoredBackupST {

    private static final int PEOPLE = Integer.getInteger("musicmuse.restore.people", 10);
    private static final int REFUSALS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE_NANOS = 50_000_000;
    private static final String PAGE = "signin.xhtml";
    private static final int SHUT = 503;
    private static final int NOBODY_LISTENS = 599;

    private static final Path FOLDER = TestPaths.target().resolve("restored-backup");
    private static final Path DATABASE = FOLDER.resolve("database");
    private static final Path BACKUP = TestPaths.target().resolve("restored-backup.copy");

    private RunningMusicMuse musicMuse;
    private CanaryMarks marks;

    @Test
    @Tag("R58")
    @Tag("R60")
    void it_is_shut_until_the_erased_are_erased_again() throws Exception {
        FolderCopies.delete(FOLDER);
        try (var started =
                RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), FOLDER, SharedMusicMuse.SETTINGS)) {
            musicMuse = started;
            var people = new CanaryPeople(started);
            marks = new CanaryMarks(started, people);
            people.populate(PEOPLE);
            backUp();
            erase();
            putBack();
            assertThat(marks.residue()).as("the backup has them").hasSizeGreaterThan(12);

            long open = openAnswersWhileShut();

            awaitGone();
            var left = marks.residue();
            var files = marks.files(FOLDER);
            Figures.keep("restore-erased-people", people.ids().size(), "people", ">= " + PEOPLE);
            Figures.keep("restore-marks-left", left.size() + files.size(), "tables and files with a mark", "= 0");
            Figures.keep("restore-open-before-replay", (double) open, "answers", "= 0");
            assertThat(open).isZero();
            assertThat(left).isEmpty();
            assertThat(files).isEmpty();
        } finally {
            FolderCopies.delete(BACKUP);
        }
    }

    /** PostgreSQL's programs for backups are not in the tests' PostgreSQL; a copy of what has ended is one, too. */
    private void backUp() throws IOException {
        musicMuse.stopDatabase();
        FolderCopies.replace(DATABASE, BACKUP);
        musicMuse.resumeDatabase();
    }

    /** The server looks at all requests as soon as somebody waits for a copy of their data. */
    private void erase() throws SQLException {
        marks.requestErasure();
        Visitor.signedIn(musicMuse, musicMuse.learner())
                .submit("account/privacy.xhtml", "export", "export:submit", Map.of());
        awaitGone();
    }

    /** A guardian's account, with nothing in it, stays a minute longer than what it shares with a child who held it. */
    private void awaitGone() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (marks.accounts() > 0) {
            assertThat(System.nanoTime()).as("not erased").isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void putBack() throws IOException {
        musicMuse.killServer();
        musicMuse.stopDatabase();
        FolderCopies.replace(BACKUP, DATABASE);
        musicMuse.resumeDatabase();
    }

    /**
     * Starts the server while nothing can be written into the erasures, so that nobody can be erased again, and lets it
     * go on when the page has been refused often enough.
     *
     * @return how often somebody was served before that
     */
    private long openAnswersWhileShut() throws Exception {
        var thread = Executors.newSingleThreadExecutor();
        try (var lock = musicMuse.database().connect();
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table musicmuse.erasure in share mode");
            var start = thread.submit(musicMuse::restartServer);
            var answers = answersUntilRefused();
            assertThat(musicMuse.isReady()).as("readiness").isFalse();
            assertThat(marks.residue()).as("as in the backup").hasSizeGreaterThan(12);
            lock.rollback();
            awaitOpen();
            assertThat(marks.people()).as("when the first page is served").isZero();
            start.get();
            return answers.stream().filter(status -> status < 400).count();
        } finally {
            thread.shutdown();
        }
    }

    private List<Integer> answersUntilRefused() {
        var visitor = Visitor.stranger(musicMuse);
        var answers = new ArrayList<Integer>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answers.stream().filter(status -> status == SHUT).count() < REFUSALS) {
            assertThat(System.nanoTime()).as("not shut, but %s", answers).isLessThan(end);
            answers.add(status(visitor));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return answers;
    }

    private void awaitOpen() {
        var visitor = Visitor.stranger(musicMuse);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (status(visitor) != 200) {
            assertThat(System.nanoTime()).as("still shut").isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** As long as nobody listens, nobody is served. */
    private static int status(Visitor visitor) {
        try {
            return visitor.get(PAGE).statusCode();
        } catch (UncheckedIOException notYet) {
            return NOBODY_LISTENS;
        }
    }
}
