package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.PitchMoment;
import io.astrionix.musicmuse.analysis.TakeSound;
import io.astrionix.musicmuse.analysis.TakeTerms;
import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Listens to a whole corpus and writes what it heard, to be compared with what was really played. A recording
 * {@code BASE_CONDITION.wav} is also judged where the corpus has {@code BASE.expected.csv}.
 */
final class Bench {

    /** The tolerances of the corpus: 50 ms and 60 cents, nothing in between. The windows are those of the server. */
    static final ScoringRules RULES =
            RuleBook.current(InputKind.TUNED, Strictness.STANDARD).withTolerances("bench", 50, 150, 60, 60);

    /** Followed as on the server; how long a beat is a corpus does not say, and its players keep to their times. */
    private static final Pace PACE = new Pace.Metronome(0.5);

    private static final String WAV = ".wav";
    private static final double NANOS_PER_SECOND = 1e9;

    private final Path corpus;
    private final Path out;
    private final Speed listening = new Speed();
    private final Speed judging = new Speed();
    private int said;
    private int takenBack;
    private final List<String> refused = new ArrayList<>();

    private Bench(Path corpus, Path out) {
        this.corpus = corpus;
        this.out = out;
    }

    /** Sound that was worked through, and the CPU time it took, in seconds. */
    private static final class Speed {

        private double sound;
        private double cpu;

        String timesRealTime() {
            return String.format(Locale.ROOT, "%.1f", cpu == 0 ? 0 : sound / cpu);
        }
    }

    /**
     * @param corpus a folder with WAV files
     * @param out the folder to write into, made if it is not there
     * @throws BadInput if there is no WAV file, nothing can be written, or both are the same folder; with a line for each
     *     file that cannot be heard, when all others are done
     */
    static void run(Path corpus, Path out, PrintStream print) throws BadInput {
        Bench bench = new Bench(corpus, out);
        List<Path> recordings = bench.recordings();
        try {
            Files.createDirectories(out);
            if (Files.isSameFile(corpus, out)) {
                throw new BadInput(
                        out + ": this is the corpus, whose truth would be overwritten. Name another folder.");
            }
            for (Path recording : recordings) {
                bench.tryToHear(recording);
            }
        } catch (IOException failed) {
            throw new BadInput(out + ": nothing can be written there. Name a folder that you may write to.");
        }
        print.println(String.format(
                Locale.ROOT,
                "%d files, %.1f s of sound. In CPU time of one thread: pitches and notes %s times real time,"
                        + " takes with verdicts %s times (%.1f s).",
                recordings.size() - bench.refused.size(),
                bench.listening.sound,
                bench.listening.timesRealTime(),
                bench.judging.timesRealTime(),
                bench.judging.sound));
        print.println(String.format(
                Locale.ROOT,
                "%d notes were said while the sound went on, %d of them were taken back (%.1f %%).",
                bench.said,
                bench.takenBack,
                bench.said == 0 ? 0 : 100.0 * bench.takenBack / bench.said));
        if (!bench.refused.isEmpty()) {
            throw new BadInput(String.join("\n", bench.refused));
        }
    }

    /** One that cannot be heard must not take the work on the others with it. */
    private void tryToHear(Path recording) throws IOException {
        try {
            hear(recording);
        } catch (BadInput bad) {
            refused.add(bad.getMessage());
        }
    }

    private List<Path> recordings() throws BadInput {
        try (Stream<Path> files = Files.list(corpus)) {
            List<Path> recordings =
                    files.filter(file -> name(file).endsWith(WAV)).sorted().toList();
            if (recordings.isEmpty()) {
                throw new BadInput(corpus + ": there is no WAV file in it. Name the folder with the recordings.");
            }
            return recordings;
        } catch (IOException noFolder) {
            throw new BadInput(corpus + ": this is no folder that can be read. Name the folder with the recordings.");
        }
    }

    private void hear(Path file) throws BadInput, IOException {
        String name = name(file).substring(0, name(file).length() - WAV.length());
        listen(file, name);
        int condition = name.lastIndexOf('_');
        Path expected = corpus.resolve((condition < 0 ? name : name.substring(0, condition)) + ".expected.csv");
        if (Files.exists(expected)) {
            judge(file, ExpectedMusic.read(expected, InputKind.TUNED), name);
        }
    }

    private void listen(Path file, String name) throws BadInput, IOException {
        List<PitchMoment> pitches = new ArrayList<>();
        try (Recording recording = Recording.open(file)) {
            Listener listener = new Listener(recording);
            double before = cpuSeconds();
            listener.listen(pitches::add);
            listening.cpu += cpuSeconds() - before;
            listening.sound += recording.secondsRead();
            said += listener.said();
            takenBack += listener.takenBack();
            write(
                    name + ".f0.csv",
                    pitches.stream().map(moment -> Lines.pitch(listener.seconds(moment.atSample()), moment.pitch())));
            write(name + ".notes.csv", listener.notes().stream().map(Lines::note));
        }
    }

    private void judge(Path file, List<ExpectedNote> expected, String name) throws BadInput, IOException {
        try (Recording recording = Recording.open(file)) {
            double before = cpuSeconds();
            TakeScore score = new TakeJudge(new TakeTerms(expected, RULES, PACE, 0), TakeSound.USUAL)
                    .judge(recording)
                    .score();
            judging.cpu += cpuSeconds() - before;
            judging.sound += recording.secondsRead();
            write(name + ".verdicts.csv", score.verdicts().stream().map(Lines::verdict));
        }
    }

    /** A file is there as a whole or not at all. */
    private void write(String name, Stream<String> lines) throws IOException {
        Path part = out.resolve(name + ".part");
        try {
            Files.write(part, lines.toList());
            Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_SECOND;
    }
}
