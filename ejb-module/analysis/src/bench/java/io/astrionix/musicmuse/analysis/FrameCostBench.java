package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.accuracy.BenchFigure;
import io.astrionix.musicmuse.analysis.listening.NoteDetector;
import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a frame of sound costs, in microseconds and in bytes that have to be collected again: by the ear alone, a hop at a
 * time, and by a take with its verdicts, 20 ms at a time. Part of {@code ./mvnw -Pbench}; the system property
 * {@code bench.figures} says where to write.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FrameCostBench {

    private static final int RATE = 48_000;
    private static final int FRAME = 960;
    private static final int NOTES = 100;
    private static final float FULL_SCALE = 32_768;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private List<ExpectedNote> music;
    private short[] sound;
    private float[][] hops;
    private NoteDetector detector;
    private TakeAnalyser take;
    private int hop;
    private int sample;

    /** A minute of notes, not all of them the right ones. */
    @Setup(Level.Trial)
    public void play() {
        music = Performance.music(NOTES, 1, new Random(7).ints(NOTES, 50, 80).toArray());
        sound = Tones.at(RATE).play(Performance.of(music, 0.8).withWrong(10, 1).withWrong(50, -1));
        hops = new float[sound.length / NoteDetector.HOP][NoteDetector.HOP];
        for (int i = 0; i < hops.length * NoteDetector.HOP; i++) {
            hops[i / NoteDetector.HOP][i % NoteDetector.HOP] = sound[i] / FULL_SCALE;
        }
        detector = new NoteDetector(RATE, SoundSource.INSTRUMENT);
        take = new TakeAnalyser(RATE, music, Take.BEGINNER, 0);
    }

    /** The ear takes in 256 samples. */
    @Benchmark
    public void hop() {
        detector.hear(hops[hop]);
        hop = (hop + 1) % hops.length;
    }

    /** A take takes in 960 samples; after its last note the next one begins. */
    @Benchmark
    public List<Feedback> frame() {
        if (sample + FRAME > sound.length) {
            sample = 0;
            take = new TakeAnalyser(RATE, music, Take.BEGINNER, 0);
        }
        List<Feedback> feedback = take.accept(sound, sample, FRAME);
        sample += FRAME;
        return feedback;
    }

    /** Takes no arguments but the system property. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path figures = Path.of(System.getProperty("bench.figures"));
        var options = new OptionsBuilder()
                .include(FrameCostBench.class.getName())
                .addProfiler(GCProfiler.class)
                .build();
        for (RunResult result : new Runner(options).run()) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            String id = "cost-of-a-" + name[name.length - 1];
            double bytes = result.getSecondaryResults().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(ALLOCATED))
                    .mapToDouble(entry -> entry.getValue().getScore())
                    .sum();
            new BenchFigure(id, result.getPrimaryResult().getScore(), "us", "-").write(figures);
            new BenchFigure(id + "-allocation", bytes, "bytes", "0").write(figures);
        }
    }
}
