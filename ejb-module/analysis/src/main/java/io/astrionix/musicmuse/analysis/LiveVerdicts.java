package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remembers the verdicts that were reported and finds out what is new about the next ones. While a note sounds its pitch
 * is measured again and again: differences that nobody could see are not reported, and a mark becomes another at most
 * once. The result of the take has the last word.
 */
final class LiveVerdicts {

    private static final double VISIBLE_MILLIS = 2;
    private static final double VISIBLE_CENTS = 3;

    /** By then both networks have spoken about a note, and its pitch has been measured for a while. */
    private static final double WELL_HEARD_SECONDS = 0.25;

    private final Map<Integer, NoteVerdict> notes = new LinkedHashMap<>();
    private final Map<Integer, NoteVerdict> extras = new LinkedHashMap<>();
    private final Set<Integer> revised = new HashSet<>();

    /**
     * What is new.
     *
     * @param verdicts all there are about what was played from a time on
     * @param fromSeconds that time, in seconds after sample 0 of the take
     * @param nowSeconds the time that is played now, in seconds after sample 0 of the take
     */
    List<Feedback> update(List<NoteVerdict> verdicts, double fromSeconds, double nowSeconds) {
        List<Feedback> feedback = new ArrayList<>();
        Set<Integer> gone = extrasFrom(fromSeconds);
        for (NoteVerdict verdict : verdicts) {
            boolean isExtra = verdict.extraId().isPresent();
            int key = isExtra ? verdict.extraId().getAsInt() : verdict.noteIndex();
            Map<Integer, NoteVerdict> reported = isExtra ? extras : notes;
            if (isExtra) {
                gone.remove(key);
            }
            if (!reported.containsKey(key) || mayChange(reported.get(key), verdict, nowSeconds)) {
                reported.put(key, verdict);
                feedback.add(new NoteJudged(verdict));
            }
        }
        for (int id : gone) {
            extras.remove(id);
            feedback.add(new ExtraRetracted(id));
        }
        return feedback;
    }

    /** The player plays these notes again: nothing that was said about them holds. */
    void forgetFrom(int noteIndex) {
        notes.keySet().removeIf(index -> index >= noteIndex);
        revised.removeIf(index -> index >= noteIndex);
    }

    /**
     * Takes back what was said of extra notes.
     *
     * @param ofTime says whether a note played at that time, in seconds after sample 0, counts no more
     */
    List<Feedback> withoutExtras(DoublePredicate ofTime) {
        List<Feedback> retracted = new ArrayList<>();
        extras.entrySet().removeIf(extra -> {
            boolean counts = !ofTime.test(extra.getValue().onsetSeconds().getAsDouble());
            if (!counts) {
                retracted.add(new ExtraRetracted(extra.getKey()));
            }
            return !counts;
        });
        return retracted;
    }

    /** What is new about notes that the player has left out. */
    List<Feedback> leftOut(List<ExpectedNote> missed, ScoringRules rules) {
        return missed.stream()
                .map(note -> NoteVerdict.missed(note, rules).missedWhere(false))
                .filter(verdict -> {
                    NoteVerdict before = notes.put(verdict.noteIndex(), verdict);
                    return before == null || before.verdict() != verdict.verdict();
                })
                .<Feedback>map(NoteJudged::new)
                .toList();
    }

    /** A mark that goes to and fro teaches nobody: it becomes another once, and not before the note was well heard. */
    private boolean mayChange(NoteVerdict reported, NoteVerdict verdict, double nowSeconds) {
        if (reported.verdict() == verdict.verdict()) {
            return looksDifferent(reported, verdict);
        }
        boolean isWellHeard = verdict.onsetSeconds().isEmpty()
                || nowSeconds - verdict.onsetSeconds().getAsDouble() >= WELL_HEARD_SECONDS;
        return isWellHeard && revised.add(verdict.noteIndex());
    }

    private Set<Integer> extrasFrom(double seconds) {
        return extras.entrySet().stream()
                .filter(extra -> extra.getValue().onsetSeconds().getAsDouble() >= seconds)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All verdicts as they were reported last. */
    List<Feedback> reported() {
        return Stream.concat(notes.values().stream(), extras.values().stream())
                .<Feedback>map(NoteJudged::new)
                .toList();
    }

    private static boolean looksDifferent(NoteVerdict reported, NoteVerdict verdict) {
        return reported.isSure() != verdict.isSure()
                || differ(reported.timingMillis(), verdict.timingMillis(), VISIBLE_MILLIS)
                || differ(reported.cents(), verdict.cents(), VISIBLE_CENTS)
                || differ(reported.heardMidi(), verdict.heardMidi(), VISIBLE_CENTS / 100);
    }

    private static boolean differ(OptionalDouble one, OptionalDouble other, double visible) {
        return one.isPresent() != other.isPresent()
                || (one.isPresent() && Math.abs(one.getAsDouble() - other.getAsDouble()) > visible);
    }
}
