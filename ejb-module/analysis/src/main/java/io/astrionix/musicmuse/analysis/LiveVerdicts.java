package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers the verdicts that were reported and finds out what is new about the next ones. */
final class LiveVerdicts {

    private Map<Integer, NoteVerdict> notes = new LinkedHashMap<>();
    private Map<Integer, NoteVerdict> extras = new LinkedHashMap<>();

    List<Feedback> update(List<NoteVerdict> verdicts) {
        Map<Integer, NoteVerdict> newNotes = new LinkedHashMap<>();
        Map<Integer, NoteVerdict> newExtras = new LinkedHashMap<>();
        List<Feedback> feedback = new ArrayList<>();
        for (NoteVerdict verdict : verdicts) {
            boolean isExtra = verdict.extraId().isPresent();
            int key = isExtra ? verdict.extraId().getAsInt() : verdict.noteIndex();
            (isExtra ? newExtras : newNotes).put(key, verdict);
            if (!verdict.equals((isExtra ? extras : notes).get(key))) {
                feedback.add(new NoteJudged(verdict));
            }
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
}
