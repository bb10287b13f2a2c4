package io.astrionix.musicmuse.analysis.note;

import java.util.Arrays;

/** A note that still sounds. */
final class OpenNote {

    /** As many pitches as are remembered, one a frame: the median needs no more. */
    private static final int MEMORY = 256;

    /** A shorter note may be two sounds that mix for a moment. */
    private static final int CERTAIN_FRAMES = 9;

    private static final int CERTAIN_ROUGH_FRAMES = 24;
    private static final double DOUBTFUL = 0.8;
    private static final int SETTLED_FRAMES = 24;

    private static final double QUICK = 0.05;
    private static final double SLOW = 0.01;

    private final double[] pitches = new double[MEMORY];
    private int count;
    private final int id;
    private final long onsetSample;
    private final double evidence;
    private double roughness = 0.01;
    private int heard;

    OpenNote(int id, long onsetSample, double evidence) {
        this.id = id;
        this.onsetSample = onsetSample;
        this.evidence = evidence;
    }

    int id() {
        return id;
    }

    long onsetSample() {
        return onsetSample;
    }

    double evidence() {
        return evidence;
    }

    /** Whether the latest pitch made the note more certain, or its pitch worth telling again. */
    boolean hasNews() {
        return count == CERTAIN_FRAMES || count == SETTLED_FRAMES || heard == CERTAIN_ROUGH_FRAMES;
    }

    HeardNote until(long endSample) {
        boolean isLong = count >= CERTAIN_FRAMES || heard >= CERTAIN_ROUGH_FRAMES;
        double byLength = isLong ? HeardNote.CERTAIN : DOUBTFUL;
        return new HeardNote(id, onsetSample, endSample, midi(), Math.min(evidence, byLength));
    }

    /** How rough the note is where nothing happens, 0 to 1. */
    double roughness() {
        return roughness;
    }

    int length() {
        return count;
    }

    void add(double midi) {
        pitches[count % MEMORY] = midi;
        count++;
    }

    /** Takes note of a frame that has the pitch of the note, whether anything happens in it or not. */
    void hear(double frameRoughness, boolean calm) {
        heard++;
        roughness += (calm ? QUICK : SLOW) * (frameRoughness - roughness);
    }

    /** The pitch of the whole note, as a fractional MIDI note number. */
    double midi() {
        return median(Math.min(count, MEMORY));
    }

    private double median(int last) {
        double[] values = new double[last];
        for (int i = 0; i < last; i++) {
            values[i] = pitches[(count - 1 - i) % MEMORY];
        }
        Arrays.sort(values);
        return values[last / 2];
    }
}
