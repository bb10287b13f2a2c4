package io.astrionix.musicmuse.analysis;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Cuts a stream of samples into hops, without the microphone's offset and hum, and knows how loud it was last. */
final class SoundIntake {

    /** How many samples the level is taken of. */
    static final int WINDOW = 2048;

    private static final float FULL_SCALE = 32768f;

    private final int sampleRate;
    private final DcBlocker dcBlocker;
    private final MainsHum mainsHum;
    private final RecentSound sound = new RecentSound(WINDOW);
    private final float[] window = new float[WINDOW];
    private final float[] hop;
    private long samplesHeard;

    /**
     * @param sampleRate samples per second, 44100 or 48000
     * @param hop how many samples are a hop
     * @throws IllegalArgumentException if the sample rate is another one
     */
    SoundIntake(int sampleRate, int hop) {
        if (sampleRate != 44_100 && sampleRate != 48_000) {
            throw new IllegalArgumentException("sampleRate must be 44100 or 48000: " + sampleRate);
        }
        this.sampleRate = sampleRate;
        this.dcBlocker = new DcBlocker(sampleRate);
        this.mainsHum = new MainsHum(sampleRate);
        this.hop = new float[hop];
    }

    /**
     * Takes in the next samples.
     *
     * @param samples 16-bit mono samples
     * @param offset index of the first of them to take in
     * @param length how many to take in, any number from 0
     * @param hops is given each hop that is full, samples from -1 to 1, the same array each time
     * @throws IndexOutOfBoundsException if offset and length do not lie inside the array
     */
    void accept(short[] samples, int offset, int length, Consumer<float[]> hops) {
        Objects.checkFromIndexSize(offset, length, samples.length);
        for (int i = offset; i < offset + length; i++) {
            float sample = mainsHum.without(dcBlocker.next(samples[i] / FULL_SCALE));
            sound.add(sample);
            hop[(int) (samplesHeard % hop.length)] = sample;
            samplesHeard++;
            if (samplesHeard % hop.length == 0) {
                hops.accept(hop);
            }
        }
    }

    /** The sample in the middle of the last {@value #WINDOW}; negative while there are fewer. */
    long middle() {
        return samplesHeard - WINDOW / 2;
    }

    /** How much was taken in, in seconds. */
    double secondsHeard() {
        return (double) samplesHeard / sampleRate;
    }

    /** How loud the mains hum, which is taken out, in dB below full scale; empty if they do not. */
    OptionalDouble humDbfs() {
        return mainsHum.levelDbfs();
    }

    /** How loud the last {@value #WINDOW} samples were, in dB below full scale, at least -120. */
    double levelDbfs() {
        sound.copyTo(window);
        return Level.dbfs(window, 0, WINDOW);
    }
}
