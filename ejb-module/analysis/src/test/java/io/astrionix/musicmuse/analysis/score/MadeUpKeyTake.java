package io.astrionix.musicmuse.analysis.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Music made up and played on a keyboard, single notes and chords, with mistakes and with keys up to 15 ms too early or
 * too late.
 */
public final class MadeUpKeyTake {

    private static final double JITTER_SECONDS = 0.015;
    private static final double[] GAPS = {0.6, 0.75, 1};
    private static final int[][] CHORDS = {{0}, {0}, {0, 4}, {0, 4, 7}, {0, 3, 7, 12}};
    private static final int ONSETS = 24;

    /** A key that the music does not have: another could be meant as a note that comes late or early. */
    private static final int FOREIGN = 37;

    private final List<ExpectedNote> music = new ArrayList<>();
    private final List<PlayedNote> played = new ArrayList<>();
    private final Map<Integer, Verdict> truth = new TreeMap<>();
    private final List<Double> extras = new ArrayList<>();
    private final Random random;
    private double gap;

    private MadeUpKeyTake(Random random) {
        this.random = random;
    }

    public static MadeUpKeyTake of(Random random) {
        MadeUpKeyTake take = new MadeUpKeyTake(random);
        take.play(ONSETS);
        return take;
    }

    public List<ExpectedNote> music() {
        return List.copyOf(music);
    }

    /** From one note or chord to the next. */
    public double beatSeconds() {
        return gap;
    }

    /** In the order in which the music has them, not quite that of time. */
    public List<PlayedNote> played() {
        return List.copyOf(played);
    }

    /** The verdict on each note of the music. */
    public Map<Integer, Verdict> truth() {
        return Map.copyOf(truth);
    }

    /** The keys that were pressed besides. */
    public List<Double> extras() {
        return List.copyOf(extras);
    }

    private void play(int onsets) {
        double at = 0.5;
        gap = GAPS[random.nextInt(GAPS.length)];
        for (int i = 0; i < onsets; i++) {
            int root = 40 + random.nextInt(40);
            int[] chord = CHORDS[random.nextInt(CHORDS.length)];
            for (int interval : chord) {
                note(root + interval, at);
            }
            if (i + 1 < onsets
                    && random.nextInt(10) == 0) { // not after the last: there it could be meant as a missed note
                extras.add((double) FOREIGN);
                press(FOREIGN, at + gap / 2);
            }
            at += gap;
        }
    }

    private void note(int key, double at) {
        int index = music.size();
        music.add(new ExpectedNote(index, key, at, gap));
        switch (random.nextInt(12)) {
            case 0 -> truth.put(index, Verdict.MISSED);
            case 1 -> {
                truth.put(index, Verdict.WRONG);
                press(key + 1, at);
            }
            case 2 -> {
                truth.put(index, Verdict.LATE);
                press(key, at + 0.09 + 0.05 * random.nextDouble());
            }
            case 3 -> {
                truth.put(index, Verdict.EARLY);
                press(key, at - 0.09 - 0.05 * random.nextDouble());
            }
            default -> {
                truth.put(index, Verdict.RIGHT);
                press(key, at);
            }
        }
    }

    private void press(int key, double at) {
        double arrives = at + JITTER_SECONDS * (2 * random.nextDouble() - 1);
        played.add(new PlayedNote(played.size(), arrives, 0.2, key));
    }
}
