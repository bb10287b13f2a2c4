package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @TempDir
    private Path folder;

    private Path corpus;
    private Path out;

    @BeforeEach
    void make_folders() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        out = folder.resolve("made").resolve("out");
    }

    @Test
    void writes_what_was_heard_of_each_recording() throws Exception {
        SoundFiles.wav(corpus.resolve("a_tune_clean.wav"), 48_000);
        SoundFiles.wav(corpus.resolve("other.wav"), 48_000);
        Files.writeString(
                corpus.resolve("a_tune.expected.csv"),
                "id,onset,offset,midi\n0,0.5,1,60\n1,0.93,1.5,64\n2,1.5,2,67\n3,2,2.5,72\n");

        Terminal terminal = Terminal.call("bench", corpus, out);

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).hasSize(2);
        assertThat(terminal.out().get(0))
                .matches(
                        "2 files, 9\\.\\d s of sound\\. In CPU time of one thread: pitches and notes \\d+\\.\\d times real"
                                + " time, takes with verdicts \\d+\\.\\d times \\(4\\.\\d s\\)\\.");
        assertThat(terminal.out().get(1))
                .isEqualTo("8 notes were said while the sound went on, 0 of them were taken back (0.0 %).");
        assertThat(written())
                .containsExactly(
                        "a_tune_clean.f0.csv",
                        "a_tune_clean.notes.csv",
                        "a_tune_clean.verdicts.csv",
                        "other.f0.csv",
                        "other.notes.csv");
        assertThat(lines("other.notes.csv"))
                .isEqualTo(Terminal.call("notes", corpus.resolve("other.wav")).out());
        assertThat(lines("other.f0.csv"))
                .isEqualTo(Terminal.call("pitch", corpus.resolve("other.wav")).out());
        List<String> verdicts = lines("a_tune_clean.verdicts.csv");
        assertThat(verdicts).hasSize(5).startsWith("0,ok", "1,late", "2,wrong", "3,missed");
        assertThat(verdicts.get(4)).matches("-1,extra,2\\.\\d{5}");
    }

    @Test
    void a_file_that_cannot_be_heard_is_named_when_the_others_are_done() throws Exception {
        Path bad = Files.writeString(corpus.resolve("bad.wav"), "no sound");
        SoundFiles.wav(corpus.resolve("good.wav"), 48_000);

        Terminal terminal = Terminal.call("bench", corpus, out);

        assertThat(terminal.exitCode()).isEqualTo(ListenCommand.NOT_DONE);
        assertThat(terminal.err()).singleElement().asString().startsWith(bad + ": this is not a WAV file.");
        assertThat(terminal.out()).first().asString().startsWith("1 files, ");
        assertThat(written()).containsExactly("good.f0.csv", "good.notes.csv");
    }

    @Test
    void flat_and_sharp_are_within_its_tolerance() {
        assertThat(Bench.RULES.inTuneCents()).isEqualTo(Bench.RULES.pitchFadeCents());
    }

    @Test
    void the_corpus_itself_is_never_written_into() throws Exception {
        SoundFiles.wav(corpus.resolve("a.wav"), 48_000);
        Path truth = Files.writeString(corpus.resolve("a.notes.csv"), "truth");

        Terminal terminal = Terminal.call("bench", corpus, corpus.resolve("."));

        assertThat(terminal.exitCode()).isEqualTo(ListenCommand.NOT_DONE);
        assertThat(terminal.err()).singleElement().asString().contains("this is the corpus");
        assertThat(truth).hasContent("truth");
    }

    @Test
    void a_folder_without_recordings_and_one_that_cannot_be_written_are_refused() throws Exception {
        assertThat(Terminal.call("bench", corpus, out).err())
                .containsExactly(corpus + ": there is no WAV file in it. Name the folder with the recordings.");
        assertThat(Terminal.call("bench", corpus.resolve("none"), out).err())
                .singleElement()
                .asString()
                .contains("this is no folder that can be read");
        SoundFiles.wav(corpus.resolve("a.wav"), 48_000);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Terminal.call("bench", corpus, file).err())
                .containsExactly(file + ": nothing can be written there. Name a folder that you may write to.");
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }
}
