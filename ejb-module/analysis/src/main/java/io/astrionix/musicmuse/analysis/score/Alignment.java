package io.astrionix.musicmuse.analysis.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which played note was meant as which expected note.
 *
 * <p>The tempo is known and the windows of different onsets never overlap, so inside of them a played note is a candidate
 * for the notes of one onset only. Taking the cheapest pairs first is then the same as the cheapest alignment of the whole
 * take. The cost of a pair is the share of the window its timing uses up (0 to 1), plus {@value #OTHER_PITCH_COST} and a
 * little for every semitone if the pitch is another: in its window a right note beats any wrong one.
 *
 * <p>Between them are the notes of the right pitch that came so early or late that they lie in no window of their own: one
 * is the note it sounds like if that is its place in the order of those that are matched already.
 */
final class Alignment {

    /** The most that a note of the right pitch costs in its window; such notes never cross. */
    private static final double IN_WINDOW_COST = 1;

    /** What a note of the right pitch costs at the end of its reach: less than another pitch far from its time. */
    private static final double ORDER_COST = 0.5;

    private static final double OTHER_PITCH_COST = 1;
    private static final double SEMITONE_COST = 0.01;
    private static final int NONE = -1;

    private record Pair(int expected, int played, double cost) {}

    private final ScoringRules rules;
    private final List<ExpectedNote> expected;
    private final List<PlayedNote> played;
    private final MatchWindows windows;
    private final MatchWindows inOrder;
    private final int[] playedOfExpected;
    private final boolean[] taken;

    /** Which onset of the music, counted from 0, each expected note is one of. */
    private final int[] groups;

    /** When the note that was matched first of each onset of the music was played, in seconds after sample 0 of the take. */
    private final NavigableMap<Integer, Double> matched = new TreeMap<>();

    Alignment(List<ExpectedNote> expectedNotes, List<PlayedNote> playedNotes, ScoringRules rules) {
        this.rules = rules;
        expected = new ArrayList<>(expectedNotes);
        expected.sort(Comparator.comparingDouble(ExpectedNote::startSeconds).thenComparingInt(ExpectedNote::index));
        played = new ArrayList<>(playedNotes);
        played.sort(Comparator.comparingDouble(PlayedNote::onsetSeconds).thenComparingInt(PlayedNote::id));
        windows = new MatchWindows(expected, rules);
        inOrder = MatchWindows.inOrder(expected, rules);
        playedOfExpected = new int[expected.size()];
        Arrays.fill(playedOfExpected, NONE);
        taken = new boolean[played.size()];
        groups = new int[expected.size()];
        for (int i = 1; i < groups.length; i++) {
            groups[i] = groups[i - 1] + (windows.isOtherOnset(i - 1, i) ? 1 : 0);
        }
        for (Pair pair : cheapestFirst()) {
            if (playedOfExpected[pair.expected()] == NONE
                    && !taken[pair.played()]
                    && (pair.cost() <= IN_WINDOW_COST || isInOrder(pair))) {
                match(pair);
            }
        }
    }

    private List<Pair> cheapestFirst() {
        List<Pair> pairs = new ArrayList<>();
        double reach = rules.farthestMatchMillis() / 1000;
        int from = 0;
        for (int i = 0; i < expected.size(); i++) {
            double start = expected.get(i).startSeconds();
            while (from < played.size() && played.get(from).onsetSeconds() < start - reach - 1e-3) {
                from++;
            }
            for (int j = from; j < played.size() && played.get(j).onsetSeconds() <= start + reach + 1e-3; j++) {
                if (canMatch(i, j)) {
                    pairs.add(new Pair(i, j, cost(i, j)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost)
                .thenComparingInt(Pair::expected)
                .thenComparingInt(Pair::played));
        return pairs;
    }

    private boolean canMatch(int i, int j) {
        double onset = played.get(j).onsetSeconds();
        if (isRightPitch(i, j)) {
            return inOrder.contains(i, onset);
        }
        return windows.contains(i, onset)
                && Math.abs(Deviation.millis(expected.get(i), onset)) <= rules.farthestWrongMillis();
    }

    /** Whether the notes that were matched before and after that one in the music were played before and after it. */
    private boolean isInOrder(Pair pair) {
        double onset = played.get(pair.played()).onsetSeconds();
        var before = matched.lowerEntry(groups[pair.expected()]);
        var after = matched.higherEntry(groups[pair.expected()]);
        return (before == null || before.getValue() < onset) && (after == null || after.getValue() > onset);
    }

    private void match(Pair pair) {
        playedOfExpected[pair.expected()] = pair.played();
        taken[pair.played()] = true;
        matched.putIfAbsent(groups[pair.expected()], played.get(pair.played()).onsetSeconds());
    }

    private boolean isRightPitch(int i, int j) {
        return Math.abs(Deviation.cents(expected.get(i), played.get(j).midi())) <= rules.pitchFadeCents();
    }

    private double cost(int i, int j) {
        double millis = Deviation.millis(expected.get(i), played.get(j).onsetSeconds());
        double window = windows.onSideOf(millis, i);
        double timing = window == 0 ? 0 : Math.abs(millis) / window;
        if (isRightPitch(i, j)) {
            return timing <= IN_WINDOW_COST
                    ? timing
                    : IN_WINDOW_COST + ORDER_COST * Math.abs(millis) / inOrder.onSideOf(millis, i);
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

    /** When nothing that comes can be that note any more, in seconds after sample 0 of the take. */
    double endSeconds(int note) {
        return inOrder.endSeconds(note);
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
