package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.FluidSynth;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.listening.training.Drum;
import io.astrionix.musicmuse.analysis.listening.training.DrumCorpus;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Measures what is heard of rhythms on FluidR3's drums, and on tables and hands that are made up, in four surroundings:
 * {@code ./mvnw -Pbench -pl ejb-module/analysis -am test}. Writes the second table of docs/listening.md, and figures
 * beside it. The system properties are those of {@link AccuracyBench}.
 */
public final class PercussionBench {

    private static final ScoringRules RULES = RuleBook.current(InputKind.PERCUSSION, Strictness.STANDARD);

    private final Map<Listener, Scores> scores = new LinkedHashMap<>();
    private final OurPercussionEar ours = new OurPercussionEar();

    private PercussionBench() {
        scores.put(ours, new Scores());
        scores.put(TarsosOnsets.complex(), new Scores());
        scores.put(TarsosOnsets.percussion(), new Scores());
    }

    /** Takes no arguments but the system properties. */
    public static void main(String[] arguments) throws IOException {
        if (!FluidSynth.isInstalled()) {
            System.out.println("Percussion is not measured: fluidsynth and " + FluidSynth.SOUND_FONT + " are needed");
            return;
        }
        long seed = Long.getLong("bench.seed", 4711);
        int seconds = Integer.getInteger("bench.seconds", 40);
        PercussionBench bench = new PercussionBench();
        DrumCorpus corpus = DrumCorpus.play(FluidSynth.SOUND_FONT, List.of(Drum.values()), seconds, seed);
        Random mistakes = new Random(seed);
        for (Clip clip : (Iterable<Clip>) corpus.clips()::iterator) {
            bench.listen(clip, PlannedTake.ofRhythm(clip, mistakes));
        }
        System.out.println(bench.table());
        PageTable.write(Path.of(System.getProperty("bench.docs")), "measured percussion", bench.table());
        bench.writeFigures(Path.of(System.getProperty("bench.figures")));
    }

    private void listen(Clip clip, PlannedTake take) throws IOException {
        for (Map.Entry<Listener, Scores> each : scores.entrySet()) {
            Said heard = each.getKey().listen(clip.sound());
            Said said = each.getKey() == ours ? heard : heard.withoutLag(clip.notes());
            each.getValue().addNotes(clip.notes(), said.notes());
            List<NoteVerdict> verdicts = each.getKey().judge(clip.sound(), said, take.music(), RULES);
            each.getValue().addVerdicts(take, verdicts);
        }
    }

    private String table() {
        return """
                | | right verdicts | false alarms | onset F1 at 50 / 25 ms | stroke said after, median / p95 |
                |---|---|---|---|---|
                """
                + scores.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .collect(Collectors.joining());
    }

    private String row(Listener listener, Scores heard) {
        String said = listener == ours
                ? String.format(Locale.ROOT, "%.0f / %.0f ms", heard.delayMillis(0.5), heard.delayMillis(0.95))
                : "-";
        return String.format(
                Locale.ROOT,
                "| %s | %.1f %% | %.1f %% | %.3f / %.3f | %s |%n",
                listener.name(),
                100 * heard.rightVerdicts(),
                100 * heard.falseAlarms(),
                heard.onsetF50(),
                heard.onsetF25(),
                said);
    }

    private void writeFigures(Path folder) throws IOException {
        Scores heard = scores.get(ours);
        new BenchFigure("percussion-right-verdicts", 100 * heard.rightVerdicts(), "%", ">= 98").write(folder);
        new BenchFigure("percussion-false-alarms", 100 * heard.falseAlarms(), "% of right strokes", "<= 1")
                .write(folder);
        new BenchFigure("percussion-onset-f1-50ms", heard.onsetF50(), "of 1", ">= 0.98").write(folder);
        new BenchFigure("percussion-onset-f1-25ms", heard.onsetF25(), "of 1", ">= 0.97").write(folder);
        new BenchFigure("percussion-stroke-said-p50", heard.delayMillis(0.5), "ms", "<= 30").write(folder);
        new BenchFigure("percussion-stroke-said-p95", heard.delayMillis(0.95), "ms", "<= 60").write(folder);
        new BenchFigure("percussion-mark-p50", ours.marks().millis(0.5), "ms", "<= 60").write(folder);
        new BenchFigure("percussion-mark-p95", ours.marks().millis(0.95), "ms", "<= 90").write(folder);
    }
}
