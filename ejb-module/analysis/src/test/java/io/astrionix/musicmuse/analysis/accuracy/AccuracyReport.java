package io.astrionix.musicmuse.analysis.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as a table for readers and as figures for docs/figures.md. */
final class AccuracyReport {

    private final Map<Listener, Scores> scores;
    private final Scores inOwnTempo;

    AccuracyReport(Map<Listener, Scores> scores, Scores inOwnTempo) {
        this.scores = scores;
        this.inOwnTempo = inOwnTempo;
    }

    String table() {
        String head = """
                | | right verdicts | false alarms | note F1 | onset F1 at 50 / 25 ms | right pitch | octave errors | cents off | note said after, median / p95 |
                |---|---|---|---|---|---|---|---|---|
                """;
        return head
                + scores.entrySet().stream()
                        .map(each -> row(each.getKey().name(), each.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String name, Scores scores) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f %% | %.1f %% | %.3f | %.3f / %.3f | %.1f %% | %.2f %% | %.1f | %.0f / %.0f ms |%n",
                name,
                100 * scores.rightVerdicts(),
                100 * scores.falseAlarms(),
                scores.noteF1(),
                scores.onsetF50(),
                scores.onsetF25(),
                100 * scores.rightPitch(),
                100 * scores.octaveErrors(),
                scores.medianCents(),
                scores.delayMillis(0.5),
                scores.delayMillis(0.95));
    }

    /** @throws IOException if the page has no place for it, or cannot be written */
    void writeTable(Path page) throws IOException {
        PageTable.write(page, "measured", table());
        for (Map.Entry<Listener, Scores> each : scores.entrySet()) {
            if (each.getKey() instanceof OurEar) {
                PageTable.write(
                        page,
                        "measured confidence",
                        each.getValue().reliability().table());
            }
        }
    }

    /** One file for each figure, as the page of figures reads them. */
    void writeFigures(Path folder) throws IOException {
        for (Map.Entry<Listener, Scores> each : scores.entrySet()) {
            if (each.getKey() instanceof OurEar ear) {
                writeScores(folder, each.getValue());
                new BenchFigure("listening-right-verdicts-own-tempo", 100 * inOwnTempo.rightVerdicts(), "%", "-")
                        .write(folder);
                writeReliability(folder, each.getValue().reliability());
                writeMarks(folder, ear.marks());
            }
        }
    }

    private static void writeScores(Path folder, Scores ours) throws IOException {
        new BenchFigure("listening-right-verdicts", 100 * ours.rightVerdicts(), "%", ">= 92, aim 95").write(folder);
        new BenchFigure("listening-false-alarms", 100 * ours.falseAlarms(), "% of right notes", "<= 7, aim 4")
                .write(folder);
        new BenchFigure("listening-note-f1", ours.noteF1(), "of 1", ">= 0.91, aim 0.94").write(folder);
        new BenchFigure("listening-onset-f1-50ms", ours.onsetF50(), "of 1", ">= 0.94, aim 0.96").write(folder);
        new BenchFigure("listening-onset-f1-25ms", ours.onsetF25(), "of 1", ">= 0.91, aim 0.94").write(folder);
        new BenchFigure("listening-right-pitch", 100 * ours.rightPitch(), "% of moments", ">= 91, aim 93")
                .write(folder);
        new BenchFigure("listening-octave-errors", 100 * ours.octaveErrors(), "% of pitches", "<= 0.5, aim 0.2")
                .write(folder);
        new BenchFigure("listening-cents-off", ours.medianCents(), "cents", "<= 3, aim 2").write(folder);
        new BenchFigure("listening-note-said-p50", ours.delayMillis(0.5), "ms", "<= 60, aim 45").write(folder);
        new BenchFigure("listening-note-said-p95", ours.delayMillis(0.95), "ms", "<= 90, aim 70").write(folder);
    }

    private static void writeReliability(Path folder, Reliability ours) throws IOException {
        new BenchFigure("listening-sure-and-right", 100 * ours.sureAndRight(), "% of sure verdicts", "-").write(folder);
        new BenchFigure("listening-unsure", 100 * ours.unsure(), "% of verdicts", "-").write(folder);
        new BenchFigure("listening-confidence-off", 100 * ours.off(), "percentage points", "-").write(folder);
    }

    private static void writeMarks(Path folder, LiveMarks marks) throws IOException {
        new BenchFigure("listening-mark-p50", marks.millis(0.5), "ms", "<= 60").write(folder);
        new BenchFigure("listening-mark-p95", marks.millis(0.95), "ms", "<= 90").write(folder);
        new BenchFigure("listening-mark-revised-once", 100 * marks.revisedOnce(), "% of notes", "-").write(folder);
        new BenchFigure("listening-mark-revised-more-often", 100 * marks.revisedMoreOften(), "% of notes", "= 0")
                .write(folder);
    }
}
