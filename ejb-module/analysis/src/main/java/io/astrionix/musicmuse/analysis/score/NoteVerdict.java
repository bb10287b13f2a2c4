package io.astrionix.musicmuse.analysis.score;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What became of one expected note, or of one extra note.
 *
 * @param noteIndex {@link ExpectedNote#index()}, or {@value #EXTRA_NOTE} for an extra note
 * @param verdict the verdict
 * @param extraId {@link PlayedNote#id()} of an extra note; empty for an expected note
 * @param onsetSeconds {@link PlayedNote#onsetSeconds()} of the note heard; empty if missed
 * @param timingMillis how far from its time it was played, in ms, late is positive; empty if missed or extra, or where the
 *     sound does not tell for sure
 * @param cents how far from its pitch it was played, in cents, sharp is positive; empty if missed or extra, or where
 *     pitch does not count
 * @param heardMidi the pitch heard, as a fractional MIDI note number; empty if missed, or where pitch does not count
 * @param confidence how probable it is that the verdict is right, 0 to 1 ({@link Confidence})
 */
public record NoteVerdict(
        int noteIndex,
        Verdict verdict,
        OptionalInt extraId,
        OptionalDouble onsetSeconds,
        OptionalDouble timingMillis,
        OptionalDouble cents,
        OptionalDouble heardMidi,
        double confidence) {

    /** The note index of a note that was not expected. */
    public static final int EXTRA_NOTE = -1;

    /** A verdict of less confidence is said to be not sure. */
    public static final double SURE = 0.7;

    /** Whether it is more than a guess. */
    public boolean isSure() {
        return confidence >= SURE;
    }

    /** The verdict on a note that was not played. */
    public static NoteVerdict missed(ExpectedNote note, ScoringRules rules) {
        return new NoteVerdict(
                note.index(),
                Verdict.MISSED,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Confidence.ofMissed(rules));
    }

    /**
     * Puts verdicts on notes that were left out among those on the others, where they are in the music.
     *
     * @param verdicts on the other notes, in the order of the music; added to
     * @param leftOut in the order of the music
     */
    static void addMissed(List<NoteVerdict> verdicts, List<ExpectedNote> leftOut, ScoringRules rules) {
        int at = 0;
        for (ExpectedNote note : leftOut) {
            while (at < verdicts.size() && verdicts.get(at).noteIndex() < note.index()) {
                at++;
            }
            verdicts.add(at, missed(note, rules).missedWhere(false)); // the player was elsewhere then
            at++;
        }
    }

    /**
     * The verdict that a note was missed, where it is known what was heard about its time.
     *
     * @param isDoubtful whether something began then that counts as no note
     */
    public NoteVerdict missedWhere(boolean isDoubtful) {
        double known = Confidence.ofMissed(confidence, isDoubtful);
        return new NoteVerdict(noteIndex, verdict, extraId, onsetSeconds, timingMillis, cents, heardMidi, known);
    }

    /** The verdict on a note that was not expected. */
    static NoteVerdict extra(PlayedNote note, ScoringRules rules) {
        return new NoteVerdict(
                EXTRA_NOTE,
                Verdict.EXTRA,
                OptionalInt.of(note.id()),
                OptionalDouble.of(note.onsetSeconds()),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                rules.pitchCounts() ? OptionalDouble.of(note.midi()) : OptionalDouble.empty(),
                Confidence.of(Verdict.EXTRA, true, note, rules));
    }
}
