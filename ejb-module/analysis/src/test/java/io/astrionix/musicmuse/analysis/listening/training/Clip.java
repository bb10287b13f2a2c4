package io.astrionix.musicmuse.analysis.listening.training;

import java.util.List;

/** Sound of which it is known what sounds in it: mono, 16 bit, {@value #SAMPLE_RATE} samples a second. */
public final class Clip {

    public static final int SAMPLE_RATE = 48_000;

    private final short[] sound;
    private final List<TrueNote> notes;

    /** The sound is kept, not copied. */
    public Clip(short[] sound, List<TrueNote> notes) {
        this.sound = sound;
        this.notes = List.copyOf(notes);
    }

    /** The samples, not to be changed. */
    public short[] sound() {
        return sound;
    }

    /** What sounds, in the order of time. */
    public List<TrueNote> notes() {
        return notes;
    }

    /** Samples, 1 being full scale, as 16 bit; what is louder than full scale is cut off. */
    public static short[] quantised(double[] samples) {
        short[] sound = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            sound[i] = (short) Math.round(32_767 * Math.max(-1, Math.min(1, samples[i])));
        }
        return sound;
    }

    /** The samples of 16 bit as numbers, 1 being full scale. */
    static double[] samples(short[] sound) {
        double[] samples = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            samples[i] = sound[i] / 32_768.0;
        }
        return samples;
    }

    /** The loudest sample, without its sign. */
    public static double peak(double[] samples) {
        double peak = 0;
        for (double sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
