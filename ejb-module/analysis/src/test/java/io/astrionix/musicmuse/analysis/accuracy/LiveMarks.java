package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.Feedback;
import io.astrionix.musicmuse.analysis.NoteJudged;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the learner sees a mark on a note, and how often another one takes its place. */
final class LiveMarks {

    private final List<Double> millis = new ArrayList<>();
    private int notes;
    private int revised;
    private int revisedAgain;

    /** The marks of one take. */
    final class OfTake {

        private final int length;
        private final Map<Integer, Verdict> shown = new HashMap<>();
        private final Map<Integer, Integer> revisions = new HashMap<>();

        private OfTake(int length) {
            this.length = length;
        }

        void add(List<Feedback> said, double heardSeconds) {
            for (Feedback feedback : said) {
                if (feedback instanceof NoteJudged judged
                        && judged.verdict().extraId().isEmpty()) {
                    add(judged.verdict(), heardSeconds);
                }
            }
        }

        private void add(NoteVerdict verdict, double heardSeconds) {
            Verdict before = shown.put(verdict.noteIndex(), verdict.verdict());
            if (before == null && verdict.onsetSeconds().isPresent()) {
                millis.add(1000 * (heardSeconds - verdict.onsetSeconds().getAsDouble()));
            } else if (before != null && before != verdict.verdict()) {
                revisions.merge(verdict.noteIndex(), 1, Integer::sum);
            }
        }

        void end() {
            notes += length;
            revised += (int)
                    revisions.values().stream().filter(count -> count == 1).count();
            revisedAgain +=
                    (int) revisions.values().stream().filter(count -> count > 1).count();
        }
    }

    OfTake take(List<ExpectedNote> music) {
        return new OfTake(music.size());
    }

    /** From the beginning of a note as it was heard to its first mark, in ms of sound; below that lies such a share. */
    double millis(double share) {
        return Scores.quantile(millis, share);
    }

    /** Share of the notes whose mark changed once. */
    double revisedOnce() {
        return (double) revised / notes;
    }

    /** Share of the notes whose mark changed more than once. */
    double revisedMoreOften() {
        return (double) revisedAgain / notes;
    }
}
