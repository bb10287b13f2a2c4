package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.listening.training.TrueNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a listener heard, over many recordings: the measures of mir_eval (Raffel et al., ISMIR 2014) for onsets, notes
 * and melodies, and how many verdicts were right.
 */
final class Scores {

    private static final double WIDE_SECONDS = 0.05;
    private static final double NARROW_SECONDS = 0.025;
    private static final double SAME_SEMITONES = 0.5;
    private static final double OCTAVE = 12;

    /** From here on after its onset a note's pitch must be heard. */
    private static final double PITCH_FROM_SECONDS = 0.05;

    private int played;
    private int said;
    private int notes;
    private int onsets;
    private int narrowOnsets;
    private int moments;
    private int rightMoments;
    private int octaveMoments;
    private int pitchedMoments;
    private int verdicts;
    private int rightVerdicts;
    private int rightNotes;
    private int falseAlarms;
    private final Reliability reliability = new Reliability();
    private final List<Double> delayMillis = new ArrayList<>();
    private final List<Double> offCents = new ArrayList<>();

    void addNotes(List<TrueNote> truth, List<SaidNote> heard) {
        played += truth.size();
        said += heard.size();
        onsets += matched(truth, heard, WIDE_SECONDS, Double.POSITIVE_INFINITY).size();
        narrowOnsets +=
                matched(truth, heard, NARROW_SECONDS, Double.POSITIVE_INFINITY).size();
        List<int[]> pairs = matched(truth, heard, WIDE_SECONDS, SAME_SEMITONES);
        notes += pairs.size();
        for (int[] pair : pairs) {
            TrueNote note = truth.get(pair[0]);
            delayMillis.add(1000 * (heard.get(pair[1]).said() - note.onset()));
            offCents.add(100 * Math.abs(heard.get(pair[1]).midi() - note.midi()));
        }
    }

    /** Each played note with the first said one in time and tune that is not taken yet. */
    private static List<int[]> matched(List<TrueNote> truth, List<SaidNote> heard, double seconds, double semitones) {
        List<int[]> pairs = new ArrayList<>();
        boolean[] taken = new boolean[heard.size()];
        for (int i = 0; i < truth.size(); i++) {
            for (int j = 0; j < heard.size(); j++) {
                if (!taken[j]
                        && Math.abs(heard.get(j).onset() - truth.get(i).onset()) <= seconds
                        && Math.abs(heard.get(j).midi() - truth.get(i).midi()) <= semitones) {
                    taken[j] = true;
                    pairs.add(new int[] {i, j});
                    break;
                }
            }
        }
        return pairs;
    }

    void addPitches(List<TrueNote> truth, List<SaidPitch> heard) {
        for (TrueNote note : truth) {
            for (SaidPitch pitch : heard) {
                if (pitch.seconds() < note.onset() + PITCH_FROM_SECONDS || pitch.seconds() > note.end()) {
                    continue;
                }
                moments++;
                double off = pitch.midi() - note.midi();
                if (Double.isNaN(off)) {
                    continue;
                }
                pitchedMoments++;
                rightMoments += Math.abs(off) <= SAME_SEMITONES ? 1 : 0;
                double octaves = Math.rint(off / OCTAVE);
                octaveMoments += octaves != 0 && Math.abs(off - octaves * OCTAVE) <= SAME_SEMITONES ? 1 : 0;
            }
        }
    }

    void addVerdicts(PlannedTake take, List<NoteVerdict> judged) {
        for (NoteVerdict verdict : judged) {
            if (verdict.extraId().isPresent()) {
                continue;
            }
            Verdict truth = take.truth().get(verdict.noteIndex());
            boolean isRight = inTimeAndPitch(verdict.verdict()) == truth;
            verdicts++;
            reliability.add(verdict.confidence(), isRight);
            rightVerdicts += isRight ? 1 : 0;
            rightNotes += truth == Verdict.RIGHT ? 1 : 0;
            falseAlarms += truth == Verdict.RIGHT && !isRight ? 1 : 0;
        }
    }

    private static Verdict inTimeAndPitch(Verdict verdict) {
        return verdict == Verdict.FLAT || verdict == Verdict.SHARP ? Verdict.RIGHT : verdict;
    }

    Reliability reliability() {
        return reliability;
    }

    double noteF1() {
        return f1(notes);
    }

    double onsetF50() {
        return f1(onsets);
    }

    double onsetF25() {
        return f1(narrowOnsets);
    }

    private double f1(int hits) {
        return 2.0 * hits / (played + said);
    }

    /** Share of the moments with the right pitch, to 50 cents. */
    double rightPitch() {
        return (double) rightMoments / moments;
    }

    /** Share of the pitches that are octaves off. */
    double octaveErrors() {
        return (double) octaveMoments / Math.max(1, pitchedMoments);
    }

    /** Of the notes that were matched. */
    double medianCents() {
        return quantile(offCents, 0.5);
    }

    double delayMillis(double share) {
        return quantile(delayMillis, share);
    }

    double rightVerdicts() {
        return (double) rightVerdicts / verdicts;
    }

    /** Share of the rightly played notes that were called anything else. */
    double falseAlarms() {
        return (double) falseAlarms / rightNotes;
    }

    /** The value below which so much of the values lies; not a number if there are none. */
    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }
}
