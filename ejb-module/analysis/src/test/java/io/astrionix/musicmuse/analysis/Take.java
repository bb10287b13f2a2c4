package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A take that was played to an analyser.
 *
 * @param feedback what it said, in order
 * @param heardAt how many samples it had heard when it said that
 * @param result what it said in the end
 */
record Take(List<Feedback> feedback, List<Long> heardAt, TakeResult result) {

    static final ScoringRules BEGINNER = RuleBook.current(InputKind.TUNED, Strictness.BEGINNER);
    private static final int CHUNK = 960;

    static Take of(short[] sound, int sampleRate, List<ExpectedNote> music) {
        return of(sound, CHUNK, new TakeAnalyser(sampleRate, music, BEGINNER, 0));
    }

    static Take of(short[] sound, int chunk, TakeAnalyser analyser) {
        List<Feedback> feedback = new ArrayList<>();
        List<Long> heardAt = new ArrayList<>();
        for (int from = 0; from < sound.length; from += chunk) {
            int length = Math.min(chunk, sound.length - from);
            for (Feedback said : analyser.accept(sound, from, length)) {
                feedback.add(said);
                heardAt.add((long) from + length);
            }
        }
        return new Take(feedback, heardAt, analyser.finish());
    }

    /** The verdict ids by note index, leaving out the right ones; extras under -1. */
    Map<Integer, String> mistakes() {
        Map<Integer, String> mistakes = new TreeMap<>();
        for (NoteVerdict verdict : result.score().verdicts()) {
            String id = verdict.verdict().id();
            if (!id.equals("right")) {
                mistakes.merge(verdict.noteIndex(), id, (one, other) -> one + " " + other);
            }
        }
        return mistakes;
    }

    List<NoteVerdict> judged() {
        return feedback.stream()
                .filter(NoteJudged.class::isInstance)
                .map(said -> ((NoteJudged) said).verdict())
                .toList();
    }
}
