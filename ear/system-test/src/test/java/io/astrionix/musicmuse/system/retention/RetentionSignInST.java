package io.astrionix.musicmuse.system.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.accounts.Person;
import io.astrionix.musicmuse.system.figures.Figures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever signs in while the retention engine deletes from the same table gets in (P10). A hundred thousand rows here, ten
 * million with {@code -Pbench}; how long it takes is kept as a figure.
 */
@SystemTest
class RetentionSignInST {

    private static final int ROWS = Integer.getInteger("musicmuse.retention.signin.rows", 100_000);
    private static final int SAMPLES = Integer.getInteger("musicmuse.retention.signin.samples", 50);
    private static final String RULE = "session-12h";
    private static final int WARM_UP = 5;
    private static final double P99 = 0.99;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5).plusSeconds(ROWS / 2_000);

    private final RetentionRunsFromOutside runs;
    private final RunningMusicMuse musicMuse;
    private final Person gone;
    private final Person person;
    private final Visitor visitor;

    RetentionSignInST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.runs = new RetentionRunsFromOutside(musicMuse.database());
        this.gone = Person.learner(musicMuse);
        this.person = Person.learner(musicMuse);
        this.visitor = Visitor.stranger(musicMuse);
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        runs.update("delete from musicmuse.sign_in where account_id = '" + gone.id() + "'");
    }

    @Test
    @Tag("R42")
    void everybody_gets_in_while_sign_ins_are_deleted() throws Exception {
        signIns(WARM_UP);
        var idle = signIns(SAMPLES);
        var busy = new ArrayList<Double>();
        double longestWait = 0;
        while (busy.size() < SAMPLES) {
            long removedBefore = runs.removedInAll();
            plant();
            try (var waits = new LockWaits(musicMuse.database())) {
                busy.addAll(signInsWhilePurging());
                assertThat(runs.removedInAll() - removedBefore).isGreaterThanOrEqualTo(ROWS);
                longestWait = Math.max(longestWait, waits.longestMillis());
            }
        }

        double quiet = Figures.quantile(idle, P99);
        double loud = Figures.quantile(busy, P99);
        Figures.keep("retention-sign-in-idle-p99", quiet, "ms", "-");
        Figures.keep("retention-sign-in-purging-p99", loud, "ms", "-");
        Figures.keep("retention-sign-in-slower", loud / quiet, "times idle", "<= 2");
        Figures.keep("retention-longest-lock-wait", longestWait, "ms", "< 500");
    }

    /** @return ms of each, from the first row that goes to the end of the run */
    private List<Double> signInsWhilePurging() throws SQLException {
        var run = runs.ask(RULE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!runs.hasEnded(run) && runs.removed(run) == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            assertThat(System.nanoTime()).as("the run does not begin").isLessThan(end);
        }
        var millis = new ArrayList<Double>();
        while (!runs.hasEnded(run)) {
            millis.add(signIn());
            assertThat(System.nanoTime()).as("the run does not end").isLessThan(end);
        }
        assertThatAllWent(run);
        return millis;
    }

    private void assertThatAllWent(UUID run) throws SQLException {
        assertThat(runs.text("select state from musicmuse.retention_run where id = ?", run))
                .isEqualTo("DONE");
        // Some rows may have gone with the hourly run, if it came by.
        assertThat(runs.number("select count(*) from musicmuse.sign_in where account_id = ?", gone.id()))
                .isZero();
    }

    private List<Double> signIns(int count) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            millis.add(signIn());
        }
        return millis;
    }

    /** @return ms from the button to the answer */
    private double signIn() {
        var page = visitor.fillIn("signin.xhtml");
        var fields = Map.of(
                "signIn:email", person.email(),
                "signIn:password", person.account().password());
        long begin = System.nanoTime();
        var answer = page.submit("signIn", "signIn:submit", fields);
        double millis = (System.nanoTime() - begin) / 1e6;
        assertThat(answer.statusCode()).as("a sign-in").isEqualTo(302);
        assertThat(visitor.signOut().statusCode()).as("a sign-out").isEqualTo(302);
        return millis;
    }

    private void plant() throws SQLException {
        runs.update("insert into musicmuse.sign_in (id, account_id, created_at, last_seen_at, idle_seconds,"
                + " absolute_end_at, level, credential_confirmed_at, device) select gen_random_uuid(), '" + gone.id()
                + "', t, t, 1800, t + interval '12 hours', 'PASSWORD', t, 'Firefox on Linux' from (select now()"
                + " - interval '13 hours' - n * interval '10 milliseconds' as t from generate_series(1, " + ROWS
                + ") n) due");
        runs.update("analyze musicmuse.sign_in");
    }
}
