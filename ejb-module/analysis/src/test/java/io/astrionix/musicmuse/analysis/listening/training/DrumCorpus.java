package io.astrionix.musicmuse.analysis.listening.training;

import io.astrionix.musicmuse.analysis.Performance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Rhythms struck on drums, tables and hands, of which it is known when: nothing is learned from them, the ear for
 * percussion is measured with them. Quarters, eighths, sixteenths and mixtures of them with rests, at 60 to 200 beats a
 * minute, louder and softer, each stroke some milliseconds off as people are.
 */
public final class DrumCorpus {

    private static final double SILENCE_SECONDS = 0.5;
    private static final int SLOWEST_BPM = 60;
    private static final int FASTEST_BPM = 200;
    private static final int SOFTEST = 60;
    private static final int LOUDEST = 120;
    private static final double JITTER_SECONDS = 0.006;

    /** So long a stroke counts as sounding, for how far noise lies below it. */
    private static final double LOUD_SECONDS = 0.1;

    /** The pitch that truth has where there is none. */
    private static final double NO_PITCH = 0;

    /** Beats from stroke to stroke, a bar and more; one that is negative is a rest. */
    private static final double[][] RHYTHMS = {
        {1, 1, 1, 1, 1, 1, 1, 1},
        {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1},
        {0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 1, 1},
        {1, 0.5, 0.5, 0.25, 0.25, 0.5, 1, -1, 0.5, 0.5, 1},
        {0.75, 0.25, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 1, -0.5, 0.5, 1},
        {-0.5, 1, 1, 0.5, 0.5, 1, 0.5, 1}
    };

    private final List<Clip> played;
    private final long seed;

    private DrumCorpus(List<Clip> played, long seed) {
        this.played = played;
        this.seed = seed;
    }

    /**
     * Plays these drums.
     *
     * @param soundFont where the drums of General MIDI come from
     * @param seconds how long each is played
     * @param seed decides what and how; the same seed gives the same corpus
     */
    public static DrumCorpus play(Path soundFont, List<Drum> drums, double seconds, long seed) {
        List<Clip> played = new ArrayList<>();
        Random random = new Random(seed);
        for (Drum drum : drums) {
            Performance strokes = strokes(seconds, random);
            double[] sound = drum.play(soundFont, strokes, random);
            played.add(new Clip(Clip.quantised(sound), heard(strokes, delay(soundFont, drum))));
        }
        return new DrumCorpus(played, seed);
    }

    private static Performance strokes(double seconds, Random random) {
        List<Performance.Note> strokes = new ArrayList<>();
        double at = SILENCE_SECONDS;
        while (at < seconds - 2 * SILENCE_SECONDS) {
            double beat = 60.0 / (SLOWEST_BPM + random.nextInt(FASTEST_BPM - SLOWEST_BPM + 1));
            for (double beats : RHYTHMS[random.nextInt(RHYTHMS.length)]) {
                double length = beat * Math.abs(beats);
                if (beats > 0 && at < seconds - 2 * SILENCE_SECONDS) {
                    double off = JITTER_SECONDS * Math.max(-2, Math.min(2, random.nextGaussian()));
                    int velocity = SOFTEST + random.nextInt(LOUDEST - SOFTEST + 1);
                    strokes.add(new Performance.Note(NO_PITCH, at + off, length / 2, velocity));
                }
                at += length;
            }
            at += beat;
        }
        return new Performance(strokes);
    }

    /** How long after its key a drum is heard. */
    private static double delay(Path soundFont, Drum drum) {
        Performance one = new Performance(List.of(new Performance.Note(NO_PITCH, SILENCE_SECONDS, 0.1, LOUDEST)));
        double[] sound = drum.play(soundFont, one, new Random(0));
        return SampledNote.delay(sound, (int) (SILENCE_SECONDS * Clip.SAMPLE_RATE));
    }

    private static List<TrueNote> heard(Performance strokes, double delay) {
        return strokes.notes().stream()
                .map(stroke -> stroke.start() + delay)
                .map(onset -> new TrueNote(onset, onset + LOUD_SECONDS, NO_PITCH))
                .toList();
    }

    /** All that was played in all surroundings; made while it is read, the same each time. */
    public Stream<Clip> clips() {
        Random seeds = new Random(seed);
        return played.stream().flatMap(clip -> Arrays.stream(Surroundings.values())
                .map(surroundings -> recorded(clip, surroundings, new Random(seeds.nextLong()))));
    }

    private static Clip recorded(Clip clip, Surroundings surroundings, Random random) {
        double[] sound = surroundings.around(Clip.samples(clip.sound()), clip.notes(), random);
        return new Clip(Clip.quantised(sound), clip.notes());
    }
}
