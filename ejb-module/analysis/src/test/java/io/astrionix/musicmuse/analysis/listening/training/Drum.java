package io.astrionix.musicmuse.analysis.listening.training;

import io.astrionix.musicmuse.analysis.FluidSynth;
import io.astrionix.musicmuse.analysis.Performance;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What is struck in {@link DrumCorpus}: drums of General MIDI, and what needs no drum. */
public enum Drum {
    SIDE_STICK(37),
    SNARE(38),
    HAND_CLAP(39),
    CLOSED_HI_HAT(42),
    FLOOR_TOM(43),
    MIDDLE_TOM(47),
    HIGH_TOM(50),
    TAMBOURINE(54),
    OPEN_CONGA(63),
    CLAVES(75),
    /** Two hands, made up. */
    CLAPPING {
        @Override
        double[] strike(double loudness, Random random) {
            return MadeHits.clap(loudness, random);
        }
    },
    /** Fingers or knuckles on a table, made up. */
    TABLE {
        @Override
        double[] strike(double loudness, Random random) {
            return MadeHits.tap(loudness, random);
        }
    };

    private static final int MADE_UP = 0;
    private static final double GAIN = 0.5;
    private static final double FULL_VELOCITY = 127;

    private final int key;

    Drum(int key) {
        this.key = key;
    }

    Drum() {
        this(MADE_UP);
    }

    /** The sound of these strokes, samples from -1 to 1; those of General MIDI are played by FluidSynth. */
    double[] play(Path soundFont, Performance strokes, Random random) {
        return key == MADE_UP ? madeUp(strokes, random) : sampled(soundFont, strokes);
    }

    private double[] sampled(Path soundFont, Performance strokes) {
        Performance onKey = new Performance(strokes.notes().stream()
                .map(stroke -> new Performance.Note(key, stroke.start(), stroke.duration(), stroke.velocity()))
                .toList());
        FluidSynth.Part part = new FluidSynth.Part(FluidSynth.DRUM_KIT, onKey);
        return Clip.samples(FluidSynth.render(soundFont, GAIN, List.of(part), Clip.SAMPLE_RATE)
                .get(0));
    }

    private double[] madeUp(Performance strokes, Random random) {
        double[] sound = new double[(int) (strokes.lastsSeconds() * Clip.SAMPLE_RATE)];
        for (Performance.Note stroke : strokes.notes()) {
            double[] one = strike(Math.pow(stroke.velocity() / FULL_VELOCITY, 2), random);
            int from = (int) Math.round(stroke.start() * Clip.SAMPLE_RATE);
            for (int i = 0; i < one.length && from + i < sound.length; i++) {
                sound[from + i] += one[i];
            }
        }
        return sound;
    }

    /** One stroke of what is made up. */
    double[] strike(double loudness, Random random) {
        throw new IllegalStateException(this + " is played by FluidSynth");
    }
}
