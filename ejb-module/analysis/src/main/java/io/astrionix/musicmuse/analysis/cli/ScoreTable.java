package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The judgement of a take for somebody who reads it in a terminal. */
final class ScoreTable {

    private static final String[] NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};

    private final Map<Integer, ExpectedNote> expected;
    private final TakeScore score;

    ScoreTable(List<ExpectedNote> expected, TakeScore score) {
        this.expected = expected.stream().collect(Collectors.toMap(ExpectedNote::index, Function.identity()));
        this.score = score;
    }

    void print(PrintStream out) {
        out.println("    id      at s  note   verdict       ms   cents     sure");
        score.verdicts().forEach(verdict -> out.println(row(verdict)));
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "right %d of %d, extra notes %d, score %.1f, accuracy %.1f %%",
                score.right(),
                score.expected(),
                score.extras(),
                score.score(),
                score.accuracyPercent()));
    }

    private String row(NoteVerdict verdict) {
        if (verdict.verdict() == Verdict.EXTRA) {
            String heard = verdict.heardMidi().isPresent()
                    ? name((int) Math.rint(verdict.heardMidi().getAsDouble()))
                    : "-";
            return row("-", verdict.onsetSeconds().getAsDouble(), heard, verdict);
        }
        ExpectedNote note = expected.get(verdict.noteIndex());
        return row(String.valueOf(note.index()), note.startSeconds(), name(note.midi()), verdict);
    }

    private static String row(String id, double seconds, String note, NoteVerdict verdict) {
        return String.format(
                Locale.ROOT,
                "%6s %9.3f  %-5s  %-8s %7s %7s %6.0f %%",
                id,
                seconds,
                note,
                verdict.verdict().id(),
                signed(verdict.timingMillis()),
                signed(verdict.cents()),
                100 * verdict.confidence());
    }

    private static String name(int midi) {
        return NAMES[Math.floorMod(midi, NAMES.length)] + (Math.floorDiv(midi, NAMES.length) - 1);
    }

    private static String signed(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%+.0f", value.getAsDouble()) : "";
    }
}
