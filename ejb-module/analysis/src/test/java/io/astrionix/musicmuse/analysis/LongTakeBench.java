package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.accuracy.BenchFigure;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Plays a take of an hour and measures what its last minutes cost beside its first ones, in CPU time and in memory. Part
 * of {@code ./mvnw -Pbench}; the system property {@code bench.figures} says where to write.
 */
public final class LongTakeBench {

    private static final int RATE = 48_000;
    private static final int MINUTES = 60;
    private static final int MEASURED_MINUTES = 5;
    private static final int DRONE_MINUTES = 20;
    private static final int DRONE_MEASURED_MINUTES = 4;
    private static final int NOTES_A_MINUTE = 100;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int PORTION = 960;
    private static final double BYTES_A_MEGABYTE = 1 << 20;
    private static final double NANOS_A_SECOND = 1e9;

    private LongTakeBench() {}

    /** Takes no arguments but the system properties. */
    public static void main(String[] arguments) throws IOException {
        List<ExpectedNote> minute = Performance.music(
                NOTES_A_MINUTE,
                1,
                new Random(7).ints(NOTES_A_MINUTE - 1, 60, 80).toArray());
        short[] sound = Tones.at(RATE).play(Performance.of(minute, 0.8));
        play(new TakeAnalyser(RATE, music(minute), Take.BEGINNER, 0), sound, MEASURED_MINUTES);

        TakeAnalyser analyser = new TakeAnalyser(RATE, music(minute), Take.BEGINNER, 0);
        double first = play(analyser, sound, MEASURED_MINUTES);
        long memoryAtFirst = usedBytes();
        double between = play(analyser, sound, MINUTES - 2 * MEASURED_MINUTES);
        double last = play(analyser, sound, MEASURED_MINUTES);
        double more = (usedBytes() - memoryAtFirst) / BYTES_A_MEGABYTE;
        int right = analyser.finish().score().right();

        double drone = droneAtItsEnd(music(minute));

        Path figures = Path.of(System.getProperty("bench.figures"));
        new BenchFigure("long-take-cost-at-end", last / first, "times that of the beginning", "about 1").write(figures);
        new BenchFigure("long-drone-cost-at-end", drone, "times that of the beginning", "about 1").write(figures);
        new BenchFigure("long-take-memory", more, "MB more after 55 minutes", "flat").write(figures);
        new BenchFigure("long-take-right-notes", 100.0 * right / music(minute).size(), "%", "-").write(figures);
        new BenchFigure(
                        "take-times-real-time",
                        MINUTES * SECONDS_A_MINUTE / (first + between + last),
                        "times real time on one core",
                        ">= 80, aim 120")
                .write(figures);
    }

    /** The same of a tone that never ends and swells twice a second: a fan, a bow, a held note. */
    private static double droneAtItsEnd(List<ExpectedNote> music) {
        short[] drone = new short[SECONDS_A_MINUTE * RATE];
        for (int i = 0; i < drone.length; i++) {
            double swell = Math.min(1, (i % (RATE / 2)) / (0.01 * RATE));
            drone[i] = (short) Math.rint(12_000 * swell * Math.sin(2 * Math.PI * 440 * i / RATE));
        }
        TakeAnalyser analyser = new TakeAnalyser(RATE, music, Take.BEGINNER, 0);
        double first = play(analyser, drone, DRONE_MEASURED_MINUTES);
        play(analyser, drone, DRONE_MINUTES - 2 * DRONE_MEASURED_MINUTES);
        return play(analyser, drone, DRONE_MEASURED_MINUTES) / first;
    }

    private static List<ExpectedNote> music(List<ExpectedNote> minute) {
        List<ExpectedNote> music = new ArrayList<>();
        for (int i = 0; i < MINUTES; i++) {
            for (ExpectedNote note : minute) {
                music.add(new ExpectedNote(
                        music.size(), note.midi(), note.startSeconds() + i * SECONDS_A_MINUTE, note.durationSeconds()));
            }
        }
        return music;
    }

    /** Returns the CPU time it took, in seconds. */
    private static double play(TakeAnalyser analyser, short[] sound, int minutes) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < minutes; i++) {
            for (int from = 0; from < SECONDS_A_MINUTE * RATE; from += PORTION) {
                analyser.accept(sound, from, PORTION);
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / NANOS_A_SECOND;
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
