package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListenCommandTest {

    private static final String MUSIC = "id,onset,offset,midi\n0,0.5,1,60\n1,1,1.5,64\n2,1.5,2,67\n3,2,2.5,72\n";

    @TempDir
    private Path folder;

    @Test
    void pitch_prints_a_line_for_each_moment() throws Exception {
        Terminal terminal = Terminal.call("pitch", recording());

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out())
                .hasSizeGreaterThan(500)
                .allMatch(line -> line.matches("\\d+\\.\\d{5},\\d+\\.\\d{3},[01]\\.\\d{4}"));
        assertThat(terminal.out().get(0)).endsWith(",0.000,0.0000");
        double[] middle = numbers(at(terminal.out(), 1.25));
        assertThat(middle[1]).isCloseTo(329.63, within(1.0));
        assertThat(middle[2]).isGreaterThan(0.9);
    }

    @Test
    void notes_prints_a_line_for_each_note() throws Exception {
        Terminal terminal = Terminal.call("notes", recording());

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).hasSize(4);
        double[] third = numbers(terminal.out().get(2));
        assertThat(third[0]).isCloseTo(1.5, within(0.03));
        assertThat(third[1]).isCloseTo(1.95, within(0.06));
        assertThat(third[2]).isCloseTo(69, within(0.1));
        assertThat(third[3]).isBetween(third[0], third[0] + 0.25);
    }

    @Test
    void output_that_cannot_be_written_is_told() throws Exception {
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no room left");
            }
        });
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments = List.of("notes", recording().toString());

        int exitCode = ListenCommand.run(arguments, full, new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(exitCode).isEqualTo(ListenCommand.NOT_DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
    }

    @Test
    void notes_of_a_midi_file_are_certain_when_they_begin() throws Exception {
        Path midi = new SoundFiles.Midi().note(60, 480, 960).write(folder.resolve("take.mid"));

        assertThat(Terminal.call("notes", midi).out()).containsExactly("0.50000,1.00000,60.0000,0.50000");
    }

    @Test
    void help_says_how_it_is_called() {
        Terminal asked = Terminal.call("--help");
        assertThat(asked.exitCode()).isZero();
        assertThat(String.join("\n", asked.out())).contains("pitch WAV", "notes WAV", "score EXPECTED", "bench CORPUS");

        Terminal lost = Terminal.call();
        assertThat(lost.exitCode()).isEqualTo(2);
        assertThat(lost.out()).isEqualTo(asked.out());
    }

    static Stream<Map.Entry<List<String>, String>> mistakes() {
        return Stream.of(
                Map.entry(List.of("play", "a"), "play: there is no such command. See --help."),
                Map.entry(List.of("pitch"), "pitch takes 1 file, not 0. See --help."),
                Map.entry(List.of("bench", "a"), "bench takes 2 names, not 1. See --help."),
                Map.entry(List.of("score", "a", "b", "c"), "score takes 2 names, not 3. See --help."),
                Map.entry(List.of("score", "a", "b", "--loud"), "--loud: there is no such option. See --help."),
                Map.entry(
                        List.of("score", "a", "b", "--strictness", "mild"),
                        "--strictness: give it beginner, standard or strict after it."),
                Map.entry(
                        List.of("score", "a", "b", "--latency"),
                        "--latency: give it a number of milliseconds, 0 to 3600000, after it."),
                Map.entry(
                        List.of("score", "a", "b", "--latency", "-1"),
                        "--latency: give it a number of milliseconds, 0 to 3600000, after it."),
                Map.entry(
                        List.of("score", "a", "b", "--latency", "3600001"),
                        "--latency: give it a number of milliseconds, 0 to 3600000, after it."),
                Map.entry(
                        List.of("score", "a", "b", "--latency", "1d"),
                        "--latency: give it a number of milliseconds, 0 to 3600000, after it."),
                Map.entry(
                        List.of("score", "a", "b", "--tempo", "0x1p6"),
                        "--tempo: give it a number of beats per minute, more than 0, or own, after it."),
                Map.entry(
                        List.of("score", "a", "b", "--a4", "390"),
                        "--a4: give it the frequency of A4, 415 to 466 Hz, after it."),
                Map.entry(
                        List.of("score", "a", "b", "--a4"),
                        "--a4: give it the frequency of A4, 415 to 466 Hz, after it."),
                Map.entry(
                        List.of("notes", "no-such.wav"),
                        "no-such.wav: there is no such file. Check the name and the folder."),
                Map.entry(List.of("notes", ""), "notes: one of the names is empty. Name a file."),
                Map.entry(List.of("score", "", "b"), "score: one of the names is empty. Name both."),
                Map.entry(List.of("notes", "\u0000"), "\u0000: no file can have such a name. Check the name."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_gets_one_line_that_says_what_to_do(Map.Entry<List<String>, String> mistake) {
        Terminal terminal = Terminal.call(mistake.getKey().toArray());

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).containsExactly(mistake.getValue());
    }

    @Test
    void what_is_neither_sound_nor_midi_is_told_that_both_would_do() throws Exception {
        Path text = Files.writeString(folder.resolve("take.txt"), "la la la");
        String both =
                text + ": this is neither a WAV nor a MIDI file. Save the sound as WAV (PCM, 16 bit, 44100 or 48000"
                        + " Hz), or the notes as a standard MIDI file, and try again.";

        assertThat(Terminal.call("notes", text).err()).containsExactly(both);
        assertThat(Terminal.call("score", music(), text).err()).containsExactly(both);
        assertThat(Terminal.call("pitch", text).err())
                .containsExactly(text + ": this is not a WAV file. Save it as WAV (PCM, 16 bit, 44100 or 48000 Hz) and"
                        + " try again.");
    }

    private Path recording() throws IOException {
        return SoundFiles.wav(folder.resolve("take.wav"), 44_100);
    }

    private Path music() throws IOException {
        return Files.writeString(folder.resolve("music.csv"), MUSIC);
    }

    private static String at(List<String> lines, double seconds) {
        return lines.stream()
                .filter(line -> numbers(line)[0] >= seconds)
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbers(String line) {
        return Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
