package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import jakarta.json.JsonArray;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed while somebody plays and while it purges abandoned sessions, in the middle of a chunk. One test
 * for both, as each start costs half a minute.
 */
@SystemTest
class KilledServerST {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int ABANDONED = 3_000;

    /** In the middle of the second chunk of a thousand, with one behind it. */
    private static final int REACHED = 1_550;

    private static final int LEFT = 2_000;

    private final RunningMusicMuse musicMuse;
    private final PlantedSessions sessions;
    private final JobRepository repository;
    private final FileTime begin = FileTime.from(Instant.now());
    private final short[] noise = SoundSearch.noise(20_261_127);
    private final short[] music = Takes.render(TakeSettings.violinScale().withWrong(3, 2));

    KilledServerST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.sessions = new PlantedSessions(musicMuse.database());
        this.repository = new JobRepository(musicMuse.applicationDatabase());
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        if (!musicMuse.serverProcess().isAlive()) {
            musicMuse.restartServer();
        }
        sessions.remove();
    }

    @Test
    @Tag("R12")
    @Tag("R42")
    void keeps_no_sound_and_at_its_next_start_ends_the_purge() throws Exception {
        var undisturbed = play();
        musicMuse.killServer();
        repository.wipe();
        sessions.plant(ABANDONED); // not earlier: the run after the start before could still be to come
        var others = sessions.others();
        int provedBefore = sessions.proved();

        String lost;
        try (var lock = sessions.lockAbandoned(REACHED)) {
            musicMuse.restartServer();
            await(lock::isWaitedFor);
            lost = killDuringTake();
        }
        assertThat(sessions.abandoned()).isEqualTo(LEFT);
        assertThat(sessions.proved() - provedBefore).isEqualTo(ABANDONED - LEFT);
        assertThat(sessions.unendedRuns()).isGreaterThanOrEqualTo(1);

        musicMuse.restartServer();
        await(() -> sessions.unendedRuns() == 0);
        assertThat(sessions.abandoned()).isZero();
        assertThat(sessions.others()).isEqualTo(others);
        assertThat(sessions.proved() - provedBefore).as("each row once").isEqualTo(ABANDONED);
        playAgain(lost, undisturbed);
    }

    /** @return the session of the take */
    private String killDuringTake() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        try (var page = PracticeClient.connect(learner)) {
            var session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(noise, PracticeClient.CATCHING_UP);
            musicMuse.killServer();
            assertThat(new SoundSearch(noise).everywhere(musicMuse, begin)).isEmpty();
            return session;
        }
    }

    /** The page that lost its take plays the same to a server that knows nothing of it. */
    private void playAgain(String lost, JsonArray undisturbed) {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        try (var page = PracticeClient.connect(learner)) {
            page.sendResume(lost);
            assertThat(page.awaitClose(PATIENCE)).contains(4404);
        }
        assertThat(play()).isEqualTo(undisturbed);
    }

    /** @return the verdicts */
    private JsonArray play() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        return UndisturbedTake.result(learner, music).getJsonArray("verdicts");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
