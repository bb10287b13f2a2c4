package io.astrionix.musicmuse.analysis.listening;

import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.listening.training.MadeTones;
import io.astrionix.musicmuse.analysis.listening.training.SoundFonts;
import io.astrionix.musicmuse.analysis.listening.training.TrainingCorpus;
import io.astrionix.musicmuse.analysis.listening.training.TrainingInstrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Trains the four networks of the listening engine and writes their files: {@code ./mvnw -Ptrain -pl
 * ejb-module/analysis -am test}. Needs the program fluidsynth, a sound font to learn from, some gigabytes of memory,
 * and hours. The same sound fonts give the same files. System properties:
 *
 * <ul>
 *   <li>{@code train.soundfonts}: a path list of sound fonts; without it, those that are installed
 *   <li>{@code train.instruments}: how many of {@link TrainingInstrument} play; without it, all
 *   <li>{@code train.seconds}: how many seconds each plays in each sound font; without it, {@value #SECONDS}
 *   <li>{@code train.made}: how many clips of made tones there are besides; without it, {@value #MADE_CLIPS}
 *   <li>{@code train.to}: the folder of the files; without it, that of the resources
 * </ul>
 */
public final class TrainNetworks {

    private static final double SECONDS = 40;
    private static final int MADE_CLIPS = 150;
    private static final String RESOURCES = "src/main/resources/io/astrionix/musicmuse/analysis/listening";

    private static final long CORPUS_SEED = 5;
    private static final long MADE_SEED = 900;
    private static final long DRAWING_SEED = 1;
    private static final long WEIGHTS_SEED = 7;

    private static final int[] ONSET_SHAPE = {40, 16};
    private static final int[] PITCH_SHAPE = {24, 12};

    private final Supplier<Stream<Clip>> clips;

    private TrainNetworks(Supplier<Stream<Clip>> clips) {
        this.clips = clips;
    }

    /** Takes no arguments but the system properties. */
    public static void main(String[] arguments) throws IOException {
        List<Path> soundFonts = SoundFonts.of(System.getProperty("train.soundfonts", ""));
        Path folder = Files.createDirectories(Path.of(System.getProperty("train.to", RESOURCES)));
        List<TrainingInstrument> all = List.of(TrainingInstrument.values());
        int instruments = Math.min(all.size(), Integer.getInteger("train.instruments", all.size()));
        double seconds = Double.parseDouble(System.getProperty("train.seconds", Double.toString(SECONDS)));
        int made = Integer.getInteger("train.made", MADE_CLIPS);

        say("%d instruments of %s, %.0f s each", instruments, soundFonts, seconds);
        TrainingCorpus corpus = TrainingCorpus.play(soundFonts, all.subList(0, instruments), seconds, CORPUS_SEED);
        TrainNetworks training = new TrainNetworks(() -> Stream.concat(
                corpus.clips(), LongStream.range(MADE_SEED, MADE_SEED + made).mapToObj(MadeTones::clip)));
        training.onsets("quick", CandidateFeatures.quick()).write(folder.resolve("onset-quick.txt"));
        training.onsets("middle", CandidateFeatures.middle()).write(folder.resolve("onset-middle.txt"));
        training.onsets("settled", CandidateFeatures.settled()).write(folder.resolve("onset-settled.txt"));
        training.pitch().write(folder.resolve("pitch.txt"));
    }

    /** In two rounds: the second also has what the network of the first is wrong about. */
    private Weights onsets(String name, CandidateFeatures features) {
        ExampleCollector collector = new ExampleCollector(features, DRAWING_SEED);
        collector.collectOnsets(clips.get());
        Trainer trainer = new Trainer(collector.examples(), ONSET_SHAPE, WEIGHTS_SEED);
        train(name, trainer, collector.examples(), 6, 0.002f);
        collector.collectHardOnsets(clips.get(), trainer.weights().network());
        train(name, trainer, collector.examples(), 8, 0.001f);
        train(name, trainer, collector.examples(), 4, 0.0002f);
        return trainer.weights();
    }

    private Weights pitch() {
        ExampleCollector collector = new ExampleCollector(CandidateFeatures.sounding(), DRAWING_SEED);
        collector.collectSounding(clips.get());
        Trainer trainer = new Trainer(collector.examples(), PITCH_SHAPE, WEIGHTS_SEED);
        train("pitch", trainer, collector.examples(), 6, 0.002f);
        train("pitch", trainer, collector.examples(), 4, 0.0005f);
        return trainer.weights();
    }

    private static void train(String name, Trainer trainer, Examples examples, int times, float rate) {
        say("%s: %d examples, %d of them yes", name, examples.size(), examples.positives());
        for (double loss : trainer.train(examples, times, rate)) {
            say("%s: loss %.4f", name, loss);
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
