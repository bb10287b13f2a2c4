package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A database that stops while people play, and comes back. */
@SystemTest
class DatabaseOutageST {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_NANOS = 50_000_000;

    private final RunningMusicMuse musicMuse;
    private final short[] take = Takes.render(TakeSettings.violinScale());

    DatabaseOutageST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    void costs_no_confirmed_take_and_no_restart_of_the_server() {
        var server = musicMuse.serverProcess();
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var trainer = Visitor.signedIn(musicMuse, musicMuse.trainer());
        var players = List.of(
                new TirelessPlayer(learner, take),
                new TirelessPlayer(learner, take),
                new TirelessPlayer(trainer, take),
                new TirelessPlayer(trainer, take));
        var threads = Executors.newFixedThreadPool(players.size());
        players.forEach(threads::execute);
        try {
            await(() -> players.stream().noneMatch(player -> player.confirmed().isEmpty()));
            assertThat(musicMuse.isReady()).isTrue();
            musicMuse.stopDatabase();
            await(() -> !musicMuse.isReady());
            musicMuse.resumeDatabase();
            long back = System.nanoTime();
            var before = players.stream()
                    .map(TirelessPlayer::confirmed)
                    .map(List::size)
                    .toList();
            await(() -> players.stream()
                    .anyMatch(player -> player.confirmed().size() > before.get(players.indexOf(player))));
            Figures.keep("outage-until-next-confirmed-take", (System.nanoTime() - back) / 1e9, "s", "-");
            await(() -> players.stream()
                    .allMatch(player -> player.confirmed().size() > before.get(players.indexOf(player))));
        } finally {
            players.forEach(TirelessPlayer::stop);
            threads.shutdown();
        }
        await(threads::isTerminated);

        assertThat(musicMuse.serverProcess()).isEqualTo(server);
        assertThat(server.isAlive()).isTrue();
        assertThat(musicMuse.isReady()).isTrue();
        var confirmed =
                players.stream().flatMap(player -> player.confirmed().stream()).toList();
        assertThat(confirmed).doesNotHaveDuplicates().allSatisfy(session -> assertThat(
                        StoredTake.find(musicMuse, session).verdicts())
                .hasSize(8));
        Figures.keep("outage-confirmed-takes", confirmed.size(), "takes", "-");
        assertThat(learner.get("practice/history.xhtml").statusCode()).isEqualTo(200);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
