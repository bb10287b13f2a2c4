package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Remembers the verdicts that were reported and finds out what is new about the next ones. While a note sounds its pitch
 * is measured again and again: differences that nobody could see are not reported.
 */
final class LiveVerdicts {

    private static final double VISIBLE_MILLIS = 2;
    private static final double VISIBLE_CENTS = 3;

    private Map<Integer, NoteVerdict> notes = new LinkedHashMap<>();
    private Map<Integer, NoteVerdict> extras = new LinkedHashMap<>();

    List<Feedback> update(List<NoteVerdict> verdicts) {
        Map<Integer, NoteVerdict> newNotes = new LinkedHashMap<>();
        Map<Integer, NoteVerdict> newExtras = new LinkedHashMap<>();
        List<Feedback> feedback = new ArrayList<>();
        for (NoteVerdict verdict : verdicts) {
            boolean isExtra = verdict.extraId().isPresent();
            int key = isExtra ? verdict.extraId().getAsInt() : verdict.noteIndex();
            NoteVerdict reported = (isExtra ? extras : notes).get(key);
            boolean isNew = reported == null || looksDifferent(reported, verdict);
            if (isNew) {
                feedback.add(new NoteJudged(verdict));
            }
            (isExtra ? newExtras : newNotes).put(key, isNew ? verdict : reported);
        }
        for (int id : extras.keySet()) {
            if (!newExtras.containsKey(id)) {
                feedback.add(new ExtraRetracted(id));
            }
        }
        notes = newNotes;
        extras = newExtras;
        return feedback;
    }

    /** All verdicts as they were reported last. */
    List<Feedback> reported() {
        return Stream.concat(notes.values().stream(), extras.values().stream())
                .<Feedback>map(NoteJudged::new)
                .toList();
    }

    private static boolean looksDifferent(NoteVerdict reported, NoteVerdict verdict) {
        return reported.verdict() != verdict.verdict()
                || differ(reported.timingMillis(), verdict.timingMillis(), VISIBLE_MILLIS)
                || differ(reported.cents(), verdict.cents(), VISIBLE_CENTS)
                || differ(reported.heardMidi(), verdict.heardMidi(), VISIBLE_CENTS / 100);
    }

    private static boolean differ(OptionalDouble one, OptionalDouble other, double visible) {
        return one.isPresent() != other.isPresent()
                || (one.isPresent() && Math.abs(one.getAsDouble() - other.getAsDouble()) > visible);
    }
}
