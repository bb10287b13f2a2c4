package io.astrionix.musicmuse.analysis.score;

import java.util.List;

/**
 * How far before and after each expected note a played note may lie and still be taken for it, in ms. Notes of one
 * chord share a window. The windows of different onsets never overlap; those of notes in their order, in which only the
 * pitch and the place among the others tell which note was meant, do.
 */
final class MatchWindows {

    /** Onsets closer than this, in seconds, are one chord. */
    private static final double CHORD_SECONDS = 0.05;

    private final List<ExpectedNote> notes;
    private final double gapShare;
    private final double farthestMillis;
    private final double[] beforeMillis;
    private final double[] afterMillis;

    /** @param notes in ascending order of their start */
    MatchWindows(List<ExpectedNote> notes, ScoringRules rules) {
        this(notes, rules.windowGapShare(), rules.farthestMatchMillis());
    }

    private MatchWindows(List<ExpectedNote> notes, double gapShare, double farthestMillis) {
        this.notes = notes;
        this.gapShare = gapShare;
        this.farthestMillis = farthestMillis;
        this.beforeMillis = new double[notes.size()];
        this.afterMillis = new double[notes.size()];
        int before = -1;
        int after = 0;
        for (int i = 0; i < notes.size(); i++) {
            while (isOtherOnset(before + 1, i)) {
                before++;
            }
            while (after < notes.size() && !isOtherOnset(after, i)) {
                after++;
            }
            beforeMillis[i] = reach(i, before);
            afterMillis[i] = reach(i, after);
        }
    }

    /** The windows of notes in their order: at least as wide as the others. */
    static MatchWindows inOrder(List<ExpectedNote> notes, ScoringRules rules) {
        return new MatchWindows(notes, rules.reachGapShare(), rules.farthestMatchMillis());
    }

    /** How far apart two notes begin, in seconds. */
    private double gap(int first, int second) {
        return Math.abs(notes.get(first).startSeconds() - notes.get(second).startSeconds());
    }

    /** Whether two notes are not of one chord. */
    boolean isOtherOnset(int first, int second) {
        return gap(first, second) > CHORD_SECONDS;
    }

    /** @param neighbour the nearest note of another onset on that side; no index of a note if there is none */
    private double reach(int of, int neighbour) {
        if (neighbour < 0 || neighbour == notes.size()) {
            return farthestMillis;
        }
        return Math.min(farthestMillis, gapShare * gap(of, neighbour) * 1000);
    }

    /** The window on the side of that deviation, in ms. */
    double onSideOf(double timingMillis, int note) {
        return timingMillis < 0 ? beforeMillis[note] : afterMillis[note];
    }

    /** The end of the window, in seconds after sample 0 of the take. */
    double endSeconds(int note) {
        return notes.get(note).startSeconds() + afterMillis[note] / 1000;
    }

    /** Whether a note that began at that time lies in the window. */
    boolean contains(int note, double onsetSeconds) {
        double millis = Deviation.millis(notes.get(note), onsetSeconds);
        return Math.abs(millis) <= onSideOf(millis, note);
    }

    /** Whether the window that a note that began at that time lies in, if any, is over at that other time. */
    boolean isOver(double onsetSeconds, double atSeconds) {
        int nearest = nearest(onsetSeconds);
        return nearest < 0 || !contains(nearest, onsetSeconds) || atSeconds > endSeconds(nearest);
    }

    /** The expected note whose start is nearest to that time; -1 if there is none. */
    private int nearest(double seconds) {
        int low = 0;
        int high = notes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (notes.get(middle).startSeconds() < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == notes.size() || (low > 0 && nearerToFirst(low - 1, low, seconds))) {
            return low - 1;
        }
        return low;
    }

    private boolean nearerToFirst(int first, int second, double seconds) {
        return seconds - notes.get(first).startSeconds() < notes.get(second).startSeconds() - seconds;
    }
}
