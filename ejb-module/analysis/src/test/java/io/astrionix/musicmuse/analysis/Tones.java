package io.astrionix.musicmuse.analysis;

import java.util.List;
import java.util.Random;

/** Makes the sound of a performance by adding partials: known to the sample, no instrument needed. */
final class Tones {

    private static final double ATTACK_SECONDS = 0.015;
    private static final double RELEASE_SECONDS = 0.03;
    private static final int PARTIALS = 8;

    private final int sampleRate;
    private final double vibratoCents;
    private final double peak;

    private Tones(int sampleRate, double vibratoCents, double peak) {
        this.sampleRate = sampleRate;
        this.vibratoCents = vibratoCents;
        this.peak = peak;
    }

    static Tones at(int sampleRate) {
        return new Tones(sampleRate, 0, 0.3);
    }

    /** With a vibrato of 5.5 Hz that goes that many cents up and down. */
    Tones withVibrato(double cents) {
        return new Tones(sampleRate, cents, peak);
    }

    /** With that peak level, in dB below full scale. */
    Tones withPeak(double dbfs) {
        return new Tones(sampleRate, vibratoCents, Math.pow(10, dbfs / 20));
    }

    short[] play(Performance performance) {
        double[] sound = new double[(int) (performance.lastsSeconds() * sampleRate)];
        performance.notes().forEach(note -> add(note, sound));
        return samples(sound);
    }

    private void add(Performance.Note note, double[] sound) {
        double phase = 0;
        double hertz = 440 * Math.pow(2, (note.midi() - 69) / 12);
        int from = (int) (note.start() * sampleRate);
        int length = (int) ((note.duration() + RELEASE_SECONDS) * sampleRate);
        for (int i = 0; i < length && from + i < sound.length; i++) {
            double t = (double) i / sampleRate;
            double cents = vibratoCents * Math.sin(2 * Math.PI * 5.5 * t);
            phase += 2 * Math.PI * hertz * Math.pow(2, cents / 1200) / sampleRate;
            double envelope = Math.min(1, t / ATTACK_SECONDS)
                    * Math.min(1, Math.max(0, (note.duration() + RELEASE_SECONDS - t) / RELEASE_SECONDS));
            double value = 0;
            for (int k = 1; k <= PARTIALS && k * hertz < sampleRate / 2.2; k++) {
                value += Math.sin(k * phase + k * k) / k;
            }
            sound[from + i] += envelope * value / 2;
        }
    }

    private short[] samples(double[] sound) {
        short[] samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            samples[i] = clipped(sound[i] * peak);
        }
        return samples;
    }

    /** White noise of that level, in dB below full scale, on top of a sound. */
    static short[] withNoise(short[] sound, double dbfs, long seed) {
        Random random = new Random(seed);
        double rms = Math.pow(10, dbfs / 20);
        short[] noisy = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            noisy[i] = clipped(sound[i] / 32767.0 + rms * random.nextGaussian());
        }
        return noisy;
    }

    /** A click of 30 ms at each of these times, that loud, in dB below full scale, on top of a sound. */
    static short[] withClicks(short[] sound, int sampleRate, double dbfs, List<Double> seconds) {
        short[] clicked = sound.clone();
        double peak = Math.pow(10, dbfs / 20);
        for (double at : seconds) {
            int from = (int) (at * sampleRate);
            for (int i = 0; i < 0.03 * sampleRate && from + i < sound.length; i++) {
                double t = (double) i / sampleRate;
                double click = peak * Math.exp(-t * 100) * Math.sin(2 * Math.PI * 1500 * t);
                clicked[from + i] = clipped(sound[from + i] / 32767.0 + click);
            }
        }
        return clicked;
    }

    static short[] louder(short[] sound, double decibel) {
        double factor = Math.pow(10, decibel / 20);
        short[] louder = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            louder[i] = clipped(sound[i] / 32767.0 * factor);
        }
        return louder;
    }

    private static short clipped(double value) {
        return (short) Math.round(Math.max(-1, Math.min(1, value)) * 32767);
    }
}
