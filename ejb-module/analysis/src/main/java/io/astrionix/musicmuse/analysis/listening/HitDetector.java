package io.astrionix.musicmuse.analysis.listening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds strokes on drums and clapping, by how suddenly it becomes louder ({@link BandGrowth}). A stroke is said four hops
 * after it began, and is never taken back.
 *
 * <p>Keeps state: one instance per stream, used by one thread at a time. The same sound gives the same hits to the bit.
 */
public final class HitDetector {

    /** How many samples it takes in at a time. */
    public static final int HOP = BandGrowth.HOP;

    /** Noise grows by less, however loud it is. */
    private static final double FEWEST_GROWTH = 0.6;

    /** A stroke grows more than the frames so far before and after it. */
    private static final int BEFORE = 3;

    private static final int AFTER = 2;

    /** Frames from one stroke to the next, at least: 43 ms. Sixteenths at 200 beats a minute are 75 ms apart. */
    private static final int APART = 8;

    /** A window has grown most when the stroke is in its middle. Measured on strokes whose beginning is known. */
    private static final double LATE_FRAMES = 1.05;

    /** So many samples after it began a hit is found, at the most. */
    public static final int LONGEST_DELAY = (BEFORE + 1 + AFTER) * HOP;

    private final double[] growth = new double[BEFORE + 1 + AFTER];
    private final BandGrowth bands;
    private final List<Hit> hits = new ArrayList<>();
    private long frames;
    private long lastHit = -APART;

    /** @param sampleRate samples per second */
    public HitDetector(int sampleRate) {
        bands = new BandGrowth(sampleRate);
    }

    /** Takes in the next {@value #HOP} samples, from -1 to 1; does not change them. */
    public void hear(float[] hop) {
        growth[(int) (frames % growth.length)] = bands.next(hop);
        frames++;
        long frame = frames - 1 - AFTER;
        if (frame - lastHit >= APART && grew(frame) >= FEWEST_GROWTH && grewMost(frame)) {
            lastHit = frame;
            hits.add(new Hit(hits.size(), Math.max(0, Math.round(onsetFrame(frame) * HOP))));
        }
    }

    private boolean grewMost(long frame) {
        for (long other = frame - BEFORE; other <= frame + AFTER; other++) {
            if (other < frame ? grew(other) >= grew(frame) : grew(other) > grew(frame)) {
                return false;
            }
        }
        return true;
    }

    /** The mean of the frames around one that grew most, weighted by how much they grew. */
    private double onsetFrame(long frame) {
        double sum = 0;
        double weighted = 0;
        for (int apart = -AFTER; apart <= AFTER; apart++) {
            sum += grew(frame + apart);
            weighted += apart * grew(frame + apart);
        }
        return frame + weighted / sum - LATE_FRAMES;
    }

    private double grew(long frame) {
        return frame < 0 ? 0 : growth[(int) (frame % growth.length)];
    }

    /** Ends the stream: decides about the last strokes. */
    public void finish() {
        float[] silence = new float[HOP];
        for (int i = 0; i < AFTER; i++) {
            hear(silence);
        }
    }

    /** All hits so far, in the order of time; grows while more is heard. */
    public List<Hit> hits() {
        return Collections.unmodifiableList(hits);
    }
}
