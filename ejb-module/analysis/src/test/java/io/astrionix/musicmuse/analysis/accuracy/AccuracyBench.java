package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.FluidSynth;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.listening.training.TrainingCorpus;
import io.astrionix.musicmuse.analysis.listening.training.TrainingInstrument;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures what the listeners hear in phrases that FluidR3's instruments play, in four surroundings: {@code ./mvnw -Pbench
 * -pl ejb-module/analysis -am test}. The networks never heard that sound font. Writes the table of docs/listening.md, and
 * figures beside it. System properties: {@code bench.seed} decides what is played, {@code bench.seconds} how long each
 * instrument plays, {@code bench.docs} and {@code bench.figures} where to write.
 */
public final class AccuracyBench {

    private static final List<TrainingInstrument> INSTRUMENTS = List.of(
            TrainingInstrument.PIANO,
            TrainingInstrument.NYLON_GUITAR,
            TrainingInstrument.STEEL_GUITAR,
            TrainingInstrument.UKULELE,
            TrainingInstrument.ACOUSTIC_BASS,
            TrainingInstrument.VIOLIN,
            TrainingInstrument.CELLO,
            TrainingInstrument.TRUMPET,
            TrainingInstrument.ALTO_SAX,
            TrainingInstrument.CLARINET,
            TrainingInstrument.FLUTE,
            TrainingInstrument.RECORDER,
            TrainingInstrument.CHOIR);

    /** The tolerances of the shared bench; windows and trust are those of the server. */
    private static final ScoringRules RULES =
            RuleBook.current(InputKind.TUNED, Strictness.STANDARD).withTolerances("bench", 50, 150, 60, 60);

    private final Map<Listener, Scores> scores = new LinkedHashMap<>();
    private final Scores inOwnTempo = new Scores();

    private AccuracyBench(List<Listener> listeners) {
        listeners.forEach(listener -> scores.put(listener, new Scores()));
    }

    /** Takes no arguments but the system properties. */
    public static void main(String[] arguments) throws IOException {
        if (!FluidSynth.isInstalled()) {
            System.out.println("The ear is not measured: fluidsynth and " + FluidSynth.SOUND_FONT + " are needed");
            return;
        }
        long seed = Long.getLong("bench.seed", 4711);
        int seconds = Integer.getInteger("bench.seconds", 40);
        List<Listener> listeners = new ArrayList<>(List.of(new OurEar(), new TarsosYin()));
        if (Aubio.isInstalled()) {
            listeners.add(new Aubio());
        } else {
            System.out.println("aubio is not measured: its programs are not installed (aubio-tools)");
        }
        AccuracyBench bench = new AccuracyBench(listeners);
        TrainingCorpus corpus = TrainingCorpus.play(List.of(FluidSynth.SOUND_FONT), INSTRUMENTS, seconds, seed);
        Random mistakes = new Random(seed);
        for (Clip clip : (Iterable<Clip>) corpus.clips()::iterator) {
            bench.listen(clip, PlannedTake.of(clip, mistakes));
        }
        AccuracyReport report = new AccuracyReport(bench.scores, bench.inOwnTempo);
        System.out.println(report.table());
        report.writeTable(Path.of(System.getProperty("bench.docs")));
        report.writeFigures(Path.of(System.getProperty("bench.figures")));
    }

    private void listen(Clip clip, PlannedTake take) throws IOException {
        for (Map.Entry<Listener, Scores> each : scores.entrySet()) {
            Said heard = each.getKey().listen(clip.sound());
            Said said = each.getKey() instanceof OurEar ? heard : heard.withoutLag(clip.notes());
            each.getValue().addNotes(clip.notes(), said.notes());
            each.getValue().addPitches(clip.notes(), said.pitches());
            each.getValue().addVerdicts(take, each.getKey().judge(clip.sound(), said, take.music(), RULES));
            if (each.getKey() instanceof OurEar ear) {
                inOwnTempo.addVerdicts(take, ear.judgeInOwnTempo(clip.sound(), take.music(), RULES));
            }
        }
    }
}
