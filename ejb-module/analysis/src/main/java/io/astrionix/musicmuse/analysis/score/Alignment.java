package io.astrionix.musicmuse.analysis.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which played note was meant as which expected note.
 *
 * <p>The tempo is known and the windows of different onsets never overlap, so a played note is a candidate for the notes
 * of one onset only. Taking the cheapest pairs first is then the same as the cheapest alignment of the whole take. The
 * cost of a pair is the share of the window its timing uses up (0 to 1), plus {@value #OTHER_PITCH_COST} and a little
 * for every semitone if the pitch is another: a right note beats any wrong one.
 */
final class Alignment {

    private static final double OTHER_PITCH_COST = 1;
    private static final double SEMITONE_COST = 0.01;
    private static final int NONE = -1;

    private record Pair(int expected, int played, double cost) {}

    private final List<ExpectedNote> expected;
    private final List<PlayedNote> played;
    private final MatchWindows windows;
    private final int[] playedOfExpected;
    private final boolean[] taken;

    Alignment(List<ExpectedNote> expectedNotes, List<PlayedNote> playedNotes, ScoringRules rules) {
        expected = new ArrayList<>(expectedNotes);
        expected.sort(Comparator.comparingDouble(ExpectedNote::startSeconds).thenComparingInt(ExpectedNote::index));
        played = new ArrayList<>(playedNotes);
        played.sort(Comparator.comparingDouble(PlayedNote::onsetSeconds).thenComparingInt(PlayedNote::id));
        windows = new MatchWindows(expected, rules);
        playedOfExpected = new int[expected.size()];
        Arrays.fill(playedOfExpected, NONE);
        taken = new boolean[played.size()];
        for (Pair pair : cheapestFirst(rules)) {
            if (playedOfExpected[pair.expected()] == NONE && !taken[pair.played()]) {
                playedOfExpected[pair.expected()] = pair.played();
                taken[pair.played()] = true;
            }
        }
    }

    private List<Pair> cheapestFirst(ScoringRules rules) {
        List<Pair> pairs = new ArrayList<>();
        double reach = rules.farthestMatchMillis() / 1000;
        int from = 0;
        for (int i = 0; i < expected.size(); i++) {
            double start = expected.get(i).startSeconds();
            while (from < played.size() && played.get(from).onsetSeconds() < start - reach - 1e-3) {
                from++;
            }
            for (int j = from; j < played.size() && played.get(j).onsetSeconds() <= start + reach + 1e-3; j++) {
                if (canMatch(i, j, rules)) {
                    pairs.add(new Pair(i, j, cost(i, j, rules)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost)
                .thenComparingInt(Pair::expected)
                .thenComparingInt(Pair::played));
        return pairs;
    }

    private boolean canMatch(int i, int j, ScoringRules rules) {
        double onset = played.get(j).onsetSeconds();
        return windows.contains(i, onset)
                && (isRightPitch(i, j, rules)
                        || Math.abs(Deviation.millis(expected.get(i), onset)) <= rules.farthestWrongMillis());
    }

    private boolean isRightPitch(int i, int j, ScoringRules rules) {
        return Math.abs(Deviation.cents(expected.get(i), played.get(j).midi())) <= rules.pitchFadeCents();
    }

    private double cost(int i, int j, ScoringRules rules) {
        double millis = Deviation.millis(expected.get(i), played.get(j).onsetSeconds());
        double window = windows.onSideOf(millis, i);
        double timing = window == 0 ? 0 : Math.abs(millis) / window;
        if (isRightPitch(i, j, rules)) {
            return timing;
        }
        double semitones = Math.abs(played.get(j).midi() - expected.get(i).midi());
        return timing + OTHER_PITCH_COST + SEMITONE_COST * semitones;
    }

    /** The expected notes in the order of time. */
    List<ExpectedNote> expected() {
        return expected;
    }

    MatchWindows windows() {
        return windows;
    }

    boolean isPlayed(int note) {
        return playedOfExpected[note] != NONE;
    }

    /** The note played for that expected note, which must have been played. */
    PlayedNote playedFor(int note) {
        return played.get(playedOfExpected[note]);
    }

    /** The played notes that were meant as no expected note, in the order of time. */
    List<PlayedNote> extras() {
        List<PlayedNote> extras = new ArrayList<>();
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                extras.add(played.get(j));
            }
        }
        return extras;
    }
}
