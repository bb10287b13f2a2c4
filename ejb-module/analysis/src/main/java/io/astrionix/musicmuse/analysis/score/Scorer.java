package io.astrionix.musicmuse.analysis.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what was played with what was expected.
 *
 * <p><b>Matching.</b> A played note can only be taken for an expected note when it began inside that note's window:
 * {@link ScoringRules#windowGapShare()} of the gap to the neighbouring expected note, at most
 * {@link ScoringRules#farthestMatchMillis()}, and for another pitch at most {@link ScoringRules#farthestWrongMillis()}.
 * A note of the right pitch that lies in no such window of its own is that note still as far as
 * {@link ScoringRules#orderGapShare()} of the gap, if its place is between the notes matched before and after it. A note
 * nothing was played for is missed; a played note that is left over is extra.
 *
 * <p><b>Verdict</b> of a matched note with timing t (ms) and pitch deviation c (cents), less what the instrument as a whole
 * is off ({@link Tuning}): wrong if |c| is more than
 * {@link ScoringRules#pitchFadeCents()}; else early or late if |t| is more than {@link ScoringRules#onTimeMillis()} or than
 * the note's window, as far as the {@linkplain ScoringRules#onsetTrust() time heard is trusted};
 * else flat or sharp if |c| is more than {@link ScoringRules#inTuneCents()}; else right. The median of the timing
 * is never subtracted: it would hide a learner who always drags. The cents that a verdict names are as they were heard.
 *
 * <p>Where {@linkplain ScoringRules#pitchCounts() pitch does not count}, every note has the right pitch, and no verdict
 * names a pitch or a distance from it.
 *
 * <p><b>Credit.</b> Rhythm credit of a matched note is 1 up to the on-time window and fades in a straight line to 0 at
 * {@link ScoringRules#timingFadeMillis()}; pitch credit likewise from the in-tune window to
 * {@link ScoringRules#pitchFadeCents()}, and 0 for a wrong note. The fade never reaches beyond the note's window.
 *
 * <p><b>Score</b> = 100 x (0.6 x mean pitch credit + 0.4 x mean rhythm credit of the attempted notes) x attempted /
 * expected x attempted / (attempted + extras). <b>Accuracy</b> = 100 x right / (expected + extras). Both are 0 when
 * nothing was expected or nothing was attempted.
 */
public final class Scorer {

    private Scorer() {}

    /** Judges a take that is over. The lists may be in any order. */
    public static TakeScore score(List<ExpectedNote> expected, List<PlayedNote> played, ScoringRules rules) {
        return score(expected, List.of(), played, rules);
    }

    /**
     * Judges a take in which part of the music was left out. The lists may be in any order.
     *
     * @param expected the notes with the times at which they were to be played
     * @param leftOut the other notes of the music, whatever their times: they are missed
     */
    public static TakeScore score(
            List<ExpectedNote> expected, List<ExpectedNote> leftOut, List<PlayedNote> played, ScoringRules rules) {
        Alignment alignment = new Alignment(expected, played, rules);
        List<NoteVerdict> verdicts = new ArrayList<>();
        double pitchCredit = 0;
        double rhythmCredit = 0;
        int attempted = 0;
        int right = 0;
        List<Double> timings = new ArrayList<>();
        List<Double> cents = new ArrayList<>();
        List<Double> deviations = deviations(alignment, rules);
        double tuning = Tuning.cents(deviations, rules);
        for (int i = 0; i < alignment.expected().size(); i++) {
            NoteVerdict verdict = verdict(alignment, i, rules, tuning);
            verdicts.add(verdict);
            if (!alignment.isPlayed(i)) {
                continue;
            }
            attempted++;
            verdict.timingMillis().ifPresent(timings::add);
            rhythmCredit += rhythmCredit(verdict.timingMillis().orElse(0), alignment.windows(), i, rules);
            if (verdict.verdict() != Verdict.WRONG && verdict.cents().isPresent()) {
                double c = verdict.cents().getAsDouble();
                cents.add(c);
                pitchCredit += credit(c - tuning, rules.inTuneCents(), rules.pitchFadeCents());
            }
            if (verdict.verdict() == Verdict.RIGHT) {
                right++;
            }
        }
        List<PlayedNote> extras = alignment.extras();
        extras.forEach(extra -> verdicts.add(NoteVerdict.extra(extra, rules)));
        sortByTime(verdicts, alignment.expected());
        NoteVerdict.addMissed(verdicts, leftOut, rules);
        int notes = expected.size() + leftOut.size();
        double score = 0;
        if (attempted > 0) {
            double quality =
                    rules.pitchShare() * pitchCredit / attempted + (1 - rules.pitchShare()) * rhythmCredit / attempted;
            score = 100 * quality * attempted / notes * attempted / (attempted + extras.size());
        }
        double accuracy = right == 0 ? 0 : 100.0 * right / (notes + extras.size());
        return new TakeScore(
                Math.min(100, score),
                accuracy,
                notes,
                right,
                attempted,
                played.size(),
                extras.size(),
                Medians.of(timings),
                Medians.of(cents),
                tuning == 0 ? OptionalDouble.empty() : OptionalDouble.of(tuning),
                Transposition.semitones(deviations),
                rules.version(),
                verdicts);
    }

    /**
     * Judges a take that is still going on. A matched note has its verdict at once (a better match may still come). A
     * note is missed, and a played note extra, only once no note still to be heard can change that; until then they
     * have no verdict.
     *
     * @param heardUntilSeconds all notes that began before this time are in {@code played}: the time heard so far, less
     *     the latency of the device and less what the analysis needs to recognise a note
     * @param tuningCents by how much the instrument as a whole is off, in cents, as far as is known ({@link Tuning})
     */
    public static List<NoteVerdict> judgeSoFar(
            List<ExpectedNote> expected,
            List<PlayedNote> played,
            ScoringRules rules,
            double heardUntilSeconds,
            double tuningCents) {
        Alignment alignment = new Alignment(expected, played, rules);
        List<NoteVerdict> verdicts = new ArrayList<>();
        List<PlayedNote> heldBack = heldBack(alignment, heardUntilSeconds);
        for (int i = 0; i < alignment.expected().size(); i++) {
            if (isSafe(alignment, i, heldBack, heardUntilSeconds)) {
                verdicts.add(verdict(alignment, i, rules, tuningCents));
            }
        }
        for (PlayedNote extra : alignment.extras()) {
            if (alignment.windows().isOver(extra.onsetSeconds(), heardUntilSeconds)) {
                verdicts.add(NoteVerdict.extra(extra, rules));
            }
        }
        sortByTime(verdicts, alignment.expected());
        return verdicts;
    }

    /** The notes that came before their window: each may still be another, if one comes in time. */
    private static List<PlayedNote> heldBack(Alignment alignment, double heardUntilSeconds) {
        List<PlayedNote> heldBack = new ArrayList<>();
        for (int i = 0; i < alignment.expected().size(); i++) {
            if (alignment.isPlayed(i)
                    && !alignment.windows().contains(i, alignment.playedFor(i).onsetSeconds())
                    && heardUntilSeconds <= alignment.windows().endSeconds(i)) {
                heldBack.add(alignment.playedFor(i));
            }
        }
        return heldBack;
    }

    /** A note is missed when it can come no more, and none that is held back can turn out to be it, with another pitch. */
    private static boolean isSafe(Alignment alignment, int i, List<PlayedNote> heldBack, double heardUntilSeconds) {
        if (alignment.isPlayed(i)) {
            return !heldBack.contains(alignment.playedFor(i));
        }
        return heardUntilSeconds > alignment.endSeconds(i)
                && heldBack.stream().noneMatch(note -> alignment.windows().contains(i, note.onsetSeconds()));
    }

    /** The ids of the played notes that were meant as no expected note. */
    public static Set<Integer> extras(List<ExpectedNote> expected, List<PlayedNote> played, ScoringRules rules) {
        return new Alignment(expected, played, rules)
                .extras().stream().map(PlayedNote::id).collect(Collectors.toSet());
    }

    private static List<Double> deviations(Alignment alignment, ScoringRules rules) {
        List<Double> deviations = new ArrayList<>();
        for (int i = 0; i < alignment.expected().size() && rules.pitchCounts(); i++) {
            if (alignment.isPlayed(i)) {
                deviations.add(Deviation.cents(
                        alignment.expected().get(i), alignment.playedFor(i).midi()));
            }
        }
        return deviations;
    }

    private static NoteVerdict verdict(Alignment alignment, int i, ScoringRules rules, double tuning) {
        ExpectedNote expected = alignment.expected().get(i);
        if (!alignment.isPlayed(i)) {
            return NoteVerdict.missed(expected, rules);
        }
        PlayedNote played = alignment.playedFor(i);
        double timing = Deviation.millis(expected, played.onsetSeconds());
        double onTime = Math.min(rules.onTimeMillis(), alignment.windows().onSideOf(timing, i));
        double beyond = Math.abs(timing) - onTime;
        boolean timingIsKnown = beyond <= 0 || rules.onsetTrust().tells(beyond, played.confidence());
        double cents = rules.pitchCounts() ? Deviation.cents(expected, played.midi()) : 0;
        Verdict verdict = verdict(timingIsKnown ? timing : 0, onTime, cents - tuning, rules);
        return new NoteVerdict(
                expected.index(),
                verdict,
                OptionalInt.empty(),
                OptionalDouble.of(played.onsetSeconds()),
                timingIsKnown ? OptionalDouble.of(timing) : OptionalDouble.empty(),
                rules.pitchCounts() ? OptionalDouble.of(cents) : OptionalDouble.empty(),
                rules.pitchCounts() ? OptionalDouble.of(played.midi()) : OptionalDouble.empty(),
                Confidence.of(verdict, timingIsKnown, played, rules));
    }

    private static Verdict verdict(double timingMillis, double onTimeMillis, double cents, ScoringRules rules) {
        if (Math.abs(cents) > rules.pitchFadeCents()) {
            return Verdict.WRONG;
        }
        if (Math.abs(timingMillis) > onTimeMillis) {
            return timingMillis < 0 ? Verdict.EARLY : Verdict.LATE;
        }
        if (Math.abs(cents) > rules.inTuneCents()) {
            return cents < 0 ? Verdict.FLAT : Verdict.SHARP;
        }
        return Verdict.RIGHT;
    }

    private static double rhythmCredit(double timingMillis, MatchWindows windows, int note, ScoringRules rules) {
        double window = windows.onSideOf(timingMillis, note);
        if (Math.abs(timingMillis) > window) {
            return 0;
        }
        return credit(timingMillis, rules.onTimeMillis(), Math.min(rules.timingFadeMillis(), window));
    }

    private static double credit(double deviation, double full, double zero) {
        double distance = Math.abs(deviation);
        if (distance <= full) {
            return 1;
        }
        return distance >= zero ? 0 : (zero - distance) / (zero - full);
    }

    private static void sortByTime(List<NoteVerdict> verdicts, List<ExpectedNote> expected) {
        Map<Integer, Double> startOfNote = new HashMap<>();
        expected.forEach(note -> startOfNote.put(note.index(), note.startSeconds()));
        verdicts.sort(Comparator.comparingDouble(verdict -> verdict.verdict() == Verdict.EXTRA
                ? verdict.onsetSeconds().getAsDouble()
                : startOfNote.get(verdict.noteIndex())));
    }
}
