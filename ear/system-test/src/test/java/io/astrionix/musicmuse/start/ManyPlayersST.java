package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.practice.Crowd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many people can play at once on this machine, server and players together, before feedback comes later than 30 ms
 * or the players themselves cannot send in time. Nobody may lose a note, however many there are.
 */
@Tag("start")
class ManyPlayersST {

    private static final Path FOLDER = TestPaths.target().resolve("many-players");
    private static final double PROMPT_MILLIS = 30;

    /**
     * Of the frames. The players run on the cores of the server, and feedback is counted from when a frame was due: p95 has
     * their pauses in it.
     */
    private static final double SOME_LATE = 0.01;

    private static final int[] CROWDS = {1, 40, 80, 120, 160, 200};
    private static final int ROUNDS = 3;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int WARM_UP_PLAYERS = 80;

    /** A district's server compiles well what it runs long; the launcher's options, which these outdo, are for quick starts. */
    private static final String COMPILING_WELL = "-XX:TieredStopAtLevel=4 -XX:-UseSerialGC -XX:+UseG1GC";

    private static final Map<String, String> SETTINGS = Map.of(
            "_JAVA_OPTIONS", COMPILING_WELL,
            "MUSICMUSE_PRACTICE_SOCKETS_PER_ACCOUNT", "200",
            "MUSICMUSE_LIMITS_TAKE_START", "100000/PT1M",
            "MUSICMUSE_LIMITS_PRACTICE_SOCKET", "100000/PT1M");

    @Test
    void count_who_can_play_at_once() {
        try (var musicMuse = RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), FOLDER, SETTINGS)) {
            var player = Visitor.signedIn(musicMuse, musicMuse.learner());
            warmUp(musicMuse, player);
            double idleCores = idleCores(musicMuse, player);
            int most = 0;
            for (int players : CROWDS) {
                if (!isPrompt(musicMuse, player, players, idleCores)) {
                    break;
                }
                most = players;
            }
            Figures.keep("players-at-once", most, "players", ">= 120, better 160");
            assertThat(most).as("a class of pupils").isGreaterThanOrEqualTo(40);
        }
    }

    /** A server that has just started is still compiling what it runs often. */
    private static void warmUp(RunningMusicMuse musicMuse, Visitor player) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            try (var crowd = new Crowd(player, WARM_UP_PLAYERS)) {
                crowd.play(musicMuse);
            }
        }
    }

    /** What the server uses with nobody there. */
    private static double idleCores(RunningMusicMuse musicMuse, Visitor player) {
        try (var nobody = new Crowd(player, 0)) {
            nobody.play(musicMuse);
            return nobody.serverCores();
        }
    }

    private static boolean isPrompt(RunningMusicMuse musicMuse, Visitor player, int players, double idleCores) {
        List<Double> feedback = new ArrayList<>();
        double late = 0;
        double cores = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (var crowd = new Crowd(player, players)) {
                crowd.play(musicMuse);
                feedback.addAll(crowd.feedbackMillis());
                late += crowd.lateFrames() / ROUNDS;
                cores += crowd.serverCores() / ROUNDS;
            }
        }
        double p95 = Figures.quantile(feedback, 0.95);
        var id = "players-" + players;
        Figures.keep(id + "-feedback-p95", p95, "ms", "<= 30");
        Figures.keep(id + "-late-frames", 100 * late, "% sent 20 ms late", "< 1");
        Figures.keep(
                id + "-server", 100 * (cores - idleCores) / players, "% of a core for each", "the same for 1 and 120");
        return p95 <= PROMPT_MILLIS && late < SOME_LATE;
    }
}
