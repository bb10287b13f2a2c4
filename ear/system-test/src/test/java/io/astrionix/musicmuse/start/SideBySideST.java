package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.practice.SteadyTakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How the server of this build does under a small load: three people who sign in, look at their pages and go, and one who
 * plays in real time beside them. {@link SideBySideTable} puts what both servers did into docs/servers.md.
 */
@Tag("start")
class SideBySideST {

    private static final Path FOLDER = TestPaths.target().resolve("side-by-side");
    private static final int PEOPLE = 3;
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 10;
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Map<String, String> SETTINGS = Map.of(
            "MUSICMUSE_LIMITS_SIGN_IN", "100000/PT1M",
            "MUSICMUSE_LIMITS_TAKE_START", "100000/PT1M",
            "MUSICMUSE_LIMITS_PRACTICE_SOCKET", "100000/PT1M");

    @Test
    void measure() throws Exception {
        try (var musicMuse = RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), FOLDER, SETTINGS)) {
            musicMuse.killServer();
            long begin = System.nanoTime();
            musicMuse.restartServer();
            keep("start-to-first-page", (System.nanoTime() - begin) / 1e9, "s");
            Thread.sleep(QUIET.toMillis());
            keep("idle-memory", residentMegabytes(musicMuse.serverProcess().pid()), "MB");
            load(musicMuse);
        }
        SideBySideTable.writeIfAsked();
    }

    private void load(RunningMusicMuse musicMuse) throws Exception {
        var threads = Executors.newFixedThreadPool(PEOPLE + 1);
        try {
            var people = new ArrayList<Person>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(new Person(musicMuse));
            }
            var player = new SteadyTakes(Visitor.signedIn(musicMuse, musicMuse.learner()));
            var playing = threads.submit(player);
            for (var done : threads.invokeAll(people)) {
                done.get();
            }
            player.stop();
            playing.get();
            keepBoth(
                    "sign-in",
                    people.stream().flatMap(person -> person.signIn.stream()).toList());
            keepBoth(
                    "dashboard",
                    people.stream().flatMap(person -> person.dashboard.stream()).toList());
            keepBoth(
                    "history",
                    people.stream().flatMap(person -> person.history.stream()).toList());
            keepBoth("practice-feedback", player.feedbackMillis());
        } finally {
            threads.shutdownNow();
        }
    }

    private void keepBoth(String what, List<Double> millis) {
        keep(what + "-p50", Figures.quantile(millis, 0.5), "ms");
        keep(what + "-p95", Figures.quantile(millis, 0.95), "ms");
    }

    private void keep(String what, double value, String unit) {
        Figures.keep(SideBySideTable.id(what, TestPaths.server()), value, unit, "-");
    }

    /** What the operating system holds in memory for the process, in megabytes. */
    private static double residentMegabytes(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Signs in, looks at two pages and leaves, again and again. */
    private static final class Person implements Callable<Void> {

        private final RunningMusicMuse musicMuse;
        private final List<Double> signIn = new ArrayList<>();
        private final List<Double> dashboard = new ArrayList<>();
        private final List<Double> history = new ArrayList<>();

        Person(RunningMusicMuse musicMuse) {
            this.musicMuse = musicMuse;
        }

        @Override
        public Void call() {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                var visitor = Visitor.stranger(musicMuse);
                var learner = musicMuse.learner();
                measure(
                        round,
                        signIn,
                        () -> visitor.signIn(learner.email(), learner.password())
                                .statusCode(),
                        302);
                measure(round, dashboard, () -> visitor.get("index.xhtml").statusCode(), 200);
                measure(
                        round,
                        history,
                        () -> visitor.get("practice/history.xhtml").statusCode(),
                        200);
            }
            return null;
        }

        private static void measure(
                int round, List<Double> millis, java.util.function.IntSupplier request, int expected) {
            long begin = System.nanoTime();
            assertThat(request.getAsInt()).isEqualTo(expected);
            if (round >= 0) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
    }
}
