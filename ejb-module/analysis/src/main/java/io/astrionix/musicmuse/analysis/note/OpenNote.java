package io.astrionix.musicmuse.analysis.note;

import java.util.Arrays;

/** A note that still sounds. */
final class OpenNote {

    /** As many pitches as are remembered, one a frame: the median needs no more. */
    private static final int MEMORY = 256;

    private static final double QUICK = 0.05;

    private final double[] pitches = new double[MEMORY];
    private int count;
    private final int id;
    private final long onsetSample;
    private final double evidence;
    private double roughness = 0.01;

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

    HeardNote until(long endSample) {
        return new HeardNote(id, onsetSample, endSample, midi(), evidence);
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

    void calm(double frameRoughness) {
        roughness += QUICK * (frameRoughness - roughness);
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
