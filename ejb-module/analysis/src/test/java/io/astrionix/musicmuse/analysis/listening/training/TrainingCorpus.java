package io.astrionix.musicmuse.analysis.listening.training;

import io.astrionix.musicmuse.analysis.FluidSynth;
import io.astrionix.musicmuse.analysis.Performance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Phrases played on sampled instruments, of which it is known what sounds. Each instrument of each sound font plays
 * once; its notes are also played one by one, to measure how late after its key each is heard and how it is tuned.
 */
public final class TrainingCorpus {

    private static final double GAIN = 0.5;
    private static final int MEASURED_VELOCITY = 90;
    private static final double MEASURED_FROM_SECONDS = 0.2;
    private static final double MEASURED_EVERY_SECONDS = 1.5;
    private static final double MEASURED_DURATION_SECONDS = 0.9;

    /** A note is heard so long before it ends, however slowly it begins. */
    private static final double HEARD_BEFORE_END_SECONDS = 0.02;

    private final List<Clip> played;
    private final long seed;

    private TrainingCorpus(List<Clip> played, long seed) {
        this.played = played;
        this.seed = seed;
    }

    /**
     * Plays all instruments of all sound fonts.
     *
     * @param seconds how long each plays
     * @param seed decides what and how they play; the same seed gives the same corpus
     * @throws IllegalArgumentException if a sound font lacks an instrument
     */
    public static TrainingCorpus play(
            List<Path> soundFonts, List<TrainingInstrument> instruments, double seconds, long seed) {
        Random random = new Random(seed);
        List<Clip> played = new ArrayList<>();
        for (Path soundFont : soundFonts) {
            for (TrainingInstrument instrument : instruments) {
                played.add(play(soundFont, instrument, Phrases.play(instrument, seconds, random)));
            }
        }
        return new TrainingCorpus(played, seed);
    }

    private static Clip play(Path soundFont, TrainingInstrument instrument, Performance performance) {
        int[] keys = performance.notes().stream()
                .mapToInt(TrainingCorpus::key)
                .distinct()
                .sorted()
                .toArray();
        List<short[]> sounds = FluidSynth.render(
                soundFont,
                GAIN,
                List.of(
                        new FluidSynth.Part(instrument.program(), performance),
                        new FluidSynth.Part(instrument.program(), oneByOne(keys))),
                Clip.SAMPLE_RATE);
        try {
            return new Clip(sounds.get(0), heard(performance, measure(Clip.samples(sounds.get(1)), keys)));
        } catch (IllegalArgumentException silent) {
            throw new IllegalArgumentException(soundFont + " lacks notes of " + instrument, silent);
        }
    }

    private static int key(Performance.Note note) {
        return (int) Math.round(note.midi());
    }

    private static Performance oneByOne(int[] keys) {
        return new Performance(IntStream.range(0, keys.length)
                .mapToObj(i ->
                        new Performance.Note(keys[i], measuredFrom(i), MEASURED_DURATION_SECONDS, MEASURED_VELOCITY))
                .toList());
    }

    private static double measuredFrom(int i) {
        return MEASURED_FROM_SECONDS + i * MEASURED_EVERY_SECONDS;
    }

    private static Map<Integer, SampledNote> measure(double[] sound, int[] keys) {
        Map<Integer, SampledNote> measured = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            int from = (int) Math.round(measuredFrom(i) * Clip.SAMPLE_RATE);
            measured.put(keys[i], SampledNote.measure(sound, from, keys[i]));
        }
        return measured;
    }

    private static List<TrueNote> heard(Performance performance, Map<Integer, SampledNote> measured) {
        return performance.notes().stream()
                .map(note -> {
                    SampledNote sampled = measured.get(key(note));
                    double delay = Math.min(sampled.delay(), note.duration() - HEARD_BEFORE_END_SECONDS);
                    double end = note.start() + note.duration();
                    return new TrueNote(note.start() + delay, end, note.midi() + sampled.semitones());
                })
                .toList();
    }

    /** What was played, as it was played. */
    List<Clip> played() {
        return played;
    }

    /** All that was played in all surroundings, in random colours; made while it is read, the same each time. */
    public Stream<Clip> clips() {
        Random seeds = new Random(seed);
        return played.stream().flatMap(clip -> Arrays.stream(Surroundings.values())
                .map(surroundings -> recorded(clip, surroundings, new Random(seeds.nextLong()))));
    }

    private static Clip recorded(Clip clip, Surroundings surroundings, Random random) {
        double[] sound = surroundings.around(Clip.samples(clip.sound()), clip.notes(), random);
        return Colour.of(new Clip(Clip.quantised(sound), clip.notes()), random);
    }
}
