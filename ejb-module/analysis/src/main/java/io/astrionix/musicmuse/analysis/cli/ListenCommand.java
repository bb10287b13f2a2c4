package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.ClickTrack;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.analysis.TakeSound;
import io.astrionix.musicmuse.analysis.TakeTerms;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Listens to sound files from the command line. */
public final class ListenCommand {

    static final int DONE = 0;
    /** It could not be done with what was given. */
    static final int NOT_DONE = 2;

    private static final String USAGE = """
            Usage: musicmuse-listen pitch WAV           the pitch over time, as lines t_s,hz,confidence (0 Hz: none)
                   musicmuse-listen notes WAV|MIDI      the notes, as lines onset_s,offset_s,midi,emitted_s
                                                        (emitted_s: the sound until then was needed to be certain)
                   musicmuse-listen score EXPECTED TAKE [--kind tuned|voice|keys|percussion]
                                                     [--strictness beginner|standard|strict] [--latency MS]
                                                     [--a4 HZ] [--tempo BPM|own]
                                                        judges TAKE (WAV or MIDI) by EXPECTED, a MIDI file or a CSV
                                                        file with the header id,onset,offset,midi (times in s); else
                                                        keys of a MIDI file and an instrument that is tuned in a
                                                        recording, beginner, 0 ms between playing and recording, and
                                                        A4 = 440 Hz (415 to 466). TAKE begins with EXPECTED, unless
                                                        --tempo own says that the player begins when he likes. With
                                                        --tempo a player is followed who stops, starts again or leaves
                                                        something out, at so many beats a minute or in an own tempo.
                                                        Printed are when a note was expected, its name, the verdict,
                                                        by how many ms it was late (+) and how many cents sharp (+)
                                                        of A4; accuracy is the share of right notes (extra ones count
                                                        as wrong), score gives credit for what is nearly right
                   musicmuse-listen bench CORPUS OUT    listens to every WAV in the folder CORPUS and writes pitches,
                                                        notes and verdicts into the folder OUT""";

    static final String NOTHING_HEARD = ": no note was heard%s. Is it the right recording, and is it loud enough?";

    private final PrintStream out;
    private final PrintStream err;

    private ListenCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** @return the exit code: {@link #DONE} or {@link #NOT_DONE} */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            out.println(USAGE);
            return arguments.isEmpty() ? NOT_DONE : DONE;
        }
        try {
            new ListenCommand(out, err).run(arguments.get(0), arguments.subList(1, arguments.size()));
            if (out.checkError()) {
                throw new BadInput("The output could not be written to its end. Is there room left?");
            }
            return DONE;
        } catch (BadInput bad) {
            err.println(bad.getMessage());
            return NOT_DONE;
        } catch (OutOfMemoryError tooLarge) {
            err.println("There is not enough memory for this. Give Java more, as with -Xmx2g.");
            return NOT_DONE;
        } catch (RuntimeException mistakeOfOurs) {
            err.println("This is a mistake of musicmuse-listen. Please report it with the file and these lines.");
            mistakeOfOurs.printStackTrace(err);
            return NOT_DONE;
        }
    }

    private void run(String command, List<String> arguments) throws BadInput {
        switch (command) {
            case "pitch" -> pitch(files(command, arguments, 1).get(0));
            case "notes" -> notes(files(command, arguments, 1).get(0));
            case "score" -> score(arguments);
            case "bench" -> {
                List<Path> folders = files(command, arguments, 2);
                Bench.run(folders.get(0), folders.get(1), out);
            }
            default -> throw new BadInput(command + ": there is no such command. See --help.");
        }
    }

    private void pitch(Path file) throws BadInput {
        try (Recording recording = Recording.open(file)) {
            Listener listener = new Listener(recording);
            listener.listen(moment -> out.println(Lines.pitch(listener.seconds(moment.atSample()), moment.pitch())));
        }
    }

    private void notes(Path file) throws BadInput {
        if (FileKind.ofPlaying(file) == FileKind.MIDI) {
            MidiFile.open(file).notes().forEach(note -> out.println(Lines.note(TimedNote.of(note))));
            return;
        }
        try (Recording recording = Recording.open(file)) {
            Listener listener = new Listener(recording);
            listener.listen(moment -> {});
            listener.notes().forEach(note -> out.println(Lines.note(note)));
            if (listener.notes().isEmpty()) {
                err.println(file + NOTHING_HEARD.formatted(""));
            }
        }
    }

    private void score(List<String> arguments) throws BadInput {
        ScoreOptions options = ScoreOptions.of(arguments);
        List<Path> files = files("score", options.files(), 2);
        boolean isMidi = FileKind.ofPlaying(files.get(1)) == FileKind.MIDI;
        InputKind kind = options.kind().orElse(isMidi ? InputKind.KEYS : InputKind.TUNED);
        List<ExpectedNote> expected = ExpectedMusic.read(files.get(0), kind);
        var rules = RuleBook.current(kind, options.strictness());
        var terms = new TakeTerms(expected, rules, options.pace(), options.latencySeconds());
        var sound = TakeSound.of(kind, options.concertPitch(), ClickTrack.NONE);
        TakeResult take = new TakeJudge(terms, sound).judge(files.get(1));
        new ScoreTable(expected, take.score()).print(out);
        new ScoreAdvice(files.get(1), terms, take).lines().forEach(err::println);
    }

    private static List<Path> files(String command, List<String> arguments, int wanted) throws BadInput {
        if (arguments.size() != wanted) {
            throw new BadInput(command + " takes " + wanted + (wanted == 1 ? " file" : " names") + ", not "
                    + arguments.size() + ". See --help.");
        }
        if (arguments.contains("")) {
            throw new BadInput(
                    command + ": one of the names is empty. Name " + (wanted == 1 ? "a file" : "both") + ".");
        }
        try {
            return arguments.stream().map(Path::of).toList();
        } catch (InvalidPathException noPath) {
            throw new BadInput(noPath.getInput() + ": no file can have such a name. Check the name.");
        }
    }
}
