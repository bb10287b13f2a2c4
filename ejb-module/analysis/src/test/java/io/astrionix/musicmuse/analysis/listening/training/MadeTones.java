package io.astrionix.musicmuse.analysis.listening.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes clips of {@value #SECONDS} seconds out of added partials, whose truth is known exactly: plucked and blown,
 * joined and apart, gliding, with vibrato, with weak fundamentals, in noise, loud and soft.
 */
public final class MadeTones {

    private static final double SECONDS = 8;
    private static final double LAST_ONSET_SECONDS = 7.2;
    private static final double GLIDE_SECONDS = 0.04;
    private static final double VIBRATO_GROWS_SECONDS = 0.15;
    private static final double RELEASE_SECONDS = 0.008;
    private static final double SAME_PITCH = 0.4;

    /** The share of the attack after which a note can be heard. */
    private static final double HEARD_IN_ATTACK = 0.1;

    private static final int RANGE_SEMITONES = 24;

    private final Random random;
    private final MadeTimbre timbre;
    private final double lowestMidi;
    private final boolean glides;
    private final boolean joins;
    private final double vibratoSemitones;
    private final double vibratoHertz;
    private final double[] sound = new double[(int) (SECONDS * Clip.SAMPLE_RATE)];
    private final List<TrueNote> notes = new ArrayList<>();
    private double phase;

    private MadeTones(Random random) {
        this.random = random;
        timbre = new MadeTimbre(random);
        vibratoSemitones = random.nextInt(3) == 0 ? 0.5 * random.nextDouble() : 0;
        vibratoHertz = 4.5 + 2.5 * random.nextDouble();
        glides = random.nextInt(4) == 0;
        joins = random.nextInt(3) == 0;
        lowestMidi = 34 + random.nextInt(40);
    }

    /** A clip; the same seed always gives the same. */
    public static Clip clip(long seed) {
        Random random = new Random(seed);
        MadeTones tones = new MadeTones(random);
        tones.play();
        return new Clip(Clip.quantised(inNoise(tones.sound, random)), tones.notes);
    }

    private void play() {
        double at = 0.3 + 0.2 * random.nextDouble();
        double before = 0;
        while (at < LAST_ONSET_SECONDS) {
            double duration = 0.15 + 0.6 * random.nextDouble() * random.nextDouble();
            boolean again = random.nextInt(6) == 0 && before > 0;
            double midi =
                    again ? before : lowestMidi + random.nextInt(RANGE_SEMITONES) + 0.9 * (random.nextDouble() - 0.5);
            boolean joined = joins && before > 0;
            tell(at, duration, midi, before, joined);
            add(at, duration, midi, joined ? before : 0);
            before = midi;
            at += duration + (joins ? 0 : random.nextInt(2) * 0.2 * random.nextDouble());
            if (random.nextInt(8) == 0) {
                at += 0.3;
                before = 0;
            }
        }
    }

    /** Writes down what is played: the same pitch joined to itself is no new note. */
    private void tell(double at, double duration, double midi, double before, boolean joined) {
        if (joined && Math.abs(midi - before) < SAME_PITCH) {
            TrueNote last = notes.remove(notes.size() - 1);
            notes.add(new TrueNote(last.onset(), at + duration, last.midi()));
            return;
        }
        double late = timbre.attackSeconds() * HEARD_IN_ATTACK;
        if (joined) {
            late = glides ? GLIDE_SECONDS * 3 / 8 : 0;
        }
        notes.add(new TrueNote(at + late, at + duration, midi));
    }

    /** Plays a note; {@code before} is the pitch it is joined to, 0 if it stands alone. */
    private void add(double at, double duration, double midi, double before) {
        int from = (int) (at * Clip.SAMPLE_RATE);
        int to = Math.min(sound.length, (int) ((at + duration) * Clip.SAMPLE_RATE));
        double loudness = 0.4 + 0.6 * random.nextDouble();
        for (int i = from; i < to; i++) {
            double played = (double) (i - from) / Clip.SAMPLE_RATE;
            double left = (double) (to - i) / Clip.SAMPLE_RATE;
            double hertz = 440 * Math.pow(2, (pitch(played, midi, before) - 69) / 12);
            phase += 2 * Math.PI * hertz / Clip.SAMPLE_RATE;
            double swell = before > 0 ? 1 : Math.min(1, played / timbre.attackSeconds());
            double release = joins ? 1 : Math.min(1, left / RELEASE_SECONDS);
            sound[i] += loudness * swell * release * timbre.decay(played) * timbre.value(phase, hertz);
        }
    }

    private double pitch(double played, double midi, double before) {
        if (glides && before > 0 && played < GLIDE_SECONDS) {
            return before + (midi - before) * (0.5 - 0.5 * Math.cos(Math.PI * played / GLIDE_SECONDS));
        }
        double vibrato = Math.sin(2 * Math.PI * vibratoHertz * played) * Math.min(1, played / VIBRATO_GROWS_SECONDS);
        return midi + vibratoSemitones * vibrato;
    }

    /** White noise 30 to 75 dB below the loudest sample, and all of it 0 to 35 dB softer than half of full scale. */
    private static double[] inNoise(double[] sound, Random random) {
        double noise = Math.pow(10, -(30 + 45 * random.nextDouble()) / 20);
        double gain = 0.5 * Math.pow(10, -35 * random.nextDouble() * random.nextDouble() / 20);
        double peak = Clip.peak(sound);
        double[] noisy = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            noisy[i] = gain * (sound[i] / peak + noise * random.nextGaussian());
        }
        return noisy;
    }
}
