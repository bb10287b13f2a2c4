package io.astrionix.musicmuse.analysis.score;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The score of a whole take; the formulas stand at {@link Scorer}.
 *
 * @param score 0 to 100
 * @param accuracyPercent right notes of all expected and extra notes, 0 to 100
 * @param expected how many notes the music asks for
 * @param right how many of them got {@link Verdict#RIGHT}
 * @param attempted how many of them were played at all, wrong ones included
 * @param notesPlayed how many notes were heard
 * @param extras how many notes were heard that the music does not ask for
 * @param medianTimingMillis median distance from the beat of the attempted notes, in ms, behind the beat is positive;
 *     empty if none was attempted
 * @param medianCents median distance from the expected pitch of the attempted notes that are not wrong, in cents, sharp
 *     is positive; empty if there is none
 * @param tuningCents by how much the instrument as a whole is off, in cents, sharp is positive: the notes were judged by
 *     its own tuning; empty if it is in tune
 * @param transposedSemitones by how many semitones nearly all notes were away from the music, higher is positive: the octave
 *     or the instrument chosen is not the one played; empty otherwise
 * @param rulesVersion {@link ScoringRules#version()} of the rules used
 * @param verdicts one for each expected note and each extra note, in the order of the music
 */
public record TakeScore(
        double score,
        double accuracyPercent,
        int expected,
        int right,
        int attempted,
        int notesPlayed,
        int extras,
        OptionalDouble medianTimingMillis,
        OptionalDouble medianCents,
        OptionalDouble tuningCents,
        OptionalInt transposedSemitones,
        String rulesVersion,
        List<NoteVerdict> verdicts) {

    /** Copies the list. */
    public TakeScore {
        verdicts = List.copyOf(verdicts);
    }

    /** The same score with verdicts of which more is known. */
    public TakeScore with(UnaryOperator<NoteVerdict> known) {
        return new TakeScore(
                score,
                accuracyPercent,
                expected,
                right,
                attempted,
                notesPlayed,
                extras,
                medianTimingMillis,
                medianCents,
                tuningCents,
                transposedSemitones,
                rulesVersion,
                verdicts.stream().map(known).toList());
    }
}
