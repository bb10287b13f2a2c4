package io.astrionix.musicmuse.analysis.follow;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The moments of the music at which something begins: single notes or chords, in the order of time. */
final class Onsets {

    /** Notes that begin closer than this, in seconds, are one chord. */
    static final double CHORD_SECONDS = 0.05;

    /** A pitch so near, in semitones, is that of the note, if not in tune. */
    private static final double SAME_PITCH = 0.6;

    private final List<ExpectedNote> music;
    private final ScoringRules rules;

    /** The place of the first note of each onset, and behind the last one how many notes there are. */
    private final List<Integer> firsts = new ArrayList<>();

    private int transposed;

    /** @param music in ascending order of start */
    Onsets(List<ExpectedNote> music, ScoringRules rules) {
        this.music = music;
        this.rules = rules;
        for (int note = 0; note < music.size(); note++) {
            if (note == 0
                    || music.get(note).startSeconds() - music.get(note - 1).startSeconds() > CHORD_SECONDS) {
                firsts.add(note);
            }
        }
        firsts.add(music.size());
    }

    /** Where a player is who has not begun. */
    Whereabouts beginning() {
        return new Whereabouts(0, count() == 0 ? 0 : seconds(0), 1, Whereabouts.Change.NEVER);
    }

    int count() {
        return firsts.size() - 1;
    }

    /** When it sounds as written, in seconds. */
    double seconds(int onset) {
        return music.get(firsts.get(onset)).startSeconds();
    }

    /** The place of its first note in the music; for the one behind the last, how many notes there are. */
    int firstNote(int onset) {
        return firsts.get(onset);
    }

    /** Whether pitches tell one onset from another; else only the rhythm does. */
    boolean havePitches() {
        return rules.pitchCounts();
    }

    /** From now on all pitches are so many semitones higher than written. */
    void transpose(int semitones) {
        transposed = semitones;
    }

    /** By how many whole semitones those notes are higher than the onsets from one on; empty if by no such number. */
    OptionalInt transpositionOf(List<Struck> struck, int firstOnset) {
        int semitones = (int) Math.rint(struck.get(0).midi() - note(firstOnset));
        for (int i = 0; i < struck.size(); i++) {
            if (Math.abs(struck.get(i).midi() - note(firstOnset + i) - semitones) > SAME_PITCH) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(semitones);
    }

    private int note(int onset) {
        return music.get(firsts.get(onset)).midi();
    }

    /** Whether that is one of its pitches; always where only the rhythm counts. */
    boolean has(int onset, double midi) {
        return !rules.pitchCounts()
                || music.subList(firsts.get(onset), firsts.get(onset + 1)).stream()
                        .anyMatch(note -> Math.abs(note.midi() + transposed - midi) <= SAME_PITCH);
    }

    /** How far from its time, in seconds, a note may be and still be it: as wide as its neighbours let it. */
    double reachSeconds(int onset) {
        double before = onset == 0 ? Double.POSITIVE_INFINITY : seconds(onset) - seconds(onset - 1);
        double after = onset + 1 == count() ? Double.POSITIVE_INFINITY : seconds(onset + 1) - seconds(onset);
        return Math.min(rules.farthestMatchMillis() / 1000, rules.windowGapShare() * Math.min(before, after));
    }

    /** The first onset at or after that time; {@link #count()} if there is none. */
    int from(double seconds) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds(middle) < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
