package io.astrionix.musicmuse.analysis.score;

/** How far a played note is from an expected one, free of the dust that binary fractions leave on round numbers. */
final class Deviation {

    private static final double GRID = 1e6;

    private Deviation() {}

    /** In ms, late is positive. */
    static double millis(ExpectedNote expected, double onsetSeconds) {
        return Math.rint((onsetSeconds - expected.startSeconds()) * 1000 * GRID) / GRID;
    }

    /** In cents, sharp is positive. */
    static double cents(ExpectedNote expected, double midi) {
        return Math.rint((midi - expected.midi()) * 100 * GRID) / GRID;
    }
}
