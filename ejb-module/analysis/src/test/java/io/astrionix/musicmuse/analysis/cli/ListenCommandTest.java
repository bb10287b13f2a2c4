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
import javax.sound.midi.ShortMessage;
import javax.sound.sampled.AudioFormat;
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
    void score_judges_a_recording() throws Exception {
        Terminal terminal = Terminal.call("score", music(), recording());

        assertThat(terminal.exitCode()).isZero();
        List<String> out = terminal.out();
        assertThat(out).hasSize(8);
        assertThat(out.get(0).strip().split(" +")).containsExactly("id", "at", "s", "note", "verdict", "ms", "cents");
        assertThat(out.get(1)).matches(" +0 +0\\.500  C4 +right +[+-]\\d+ +[+-]\\d+");
        assertThat(out.get(3)).matches(" +2 +1\\.500  G4 +wrong +[+-]\\d+ +[+](19\\d|20\\d)");
        assertThat(out.get(4)).matches(" +3 +2\\.000  C5 +missed");
        assertThat(out.get(5)).matches(" +- +2\\.(59|60)\\d  A3 +extra");
        assertThat(out.get(7)).matches("right 2 of 4, extra notes 1, score \\d+\\.\\d, accuracy 40\\.0 %");
    }

    @Test
    void score_judges_a_midi_file_by_a_midi_file_as_strictly_as_is_wished() throws Exception {
        Path music = new SoundFiles.Midi().note(60, 480, 960).write(folder.resolve("music.mid"));
        Path take = new SoundFiles.Midi().note(60, 528, 960).write(folder.resolve("take.mid"));

        assertThat(Terminal.call("score", music, take).out().get(1)).contains("right", "+50", "+0");
        assertThat(Terminal.call("score", music, take, "--strictness", "strict")
                        .out()
                        .get(1))
                .contains("late", "+50");
        assertThat(Terminal.call("score", "--strictness", "strict", "--latency", "40", music, take)
                        .out()
                        .get(1))
                .contains("right", "+10");
    }

    @Test
    void silence_and_a_recording_that_begins_elsewhere_are_told() throws Exception {
        AudioFormat mono = new AudioFormat(48_000, 16, 1, true, false);
        Path silence = SoundFiles.wav(folder.resolve("silence.wav"), mono, new short[48_000]);
        Path elsewhere = Files.writeString(folder.resolve("later.csv"), "id,onset,offset,midi\n0,30,31,60\n");

        assertThat(Terminal.call("notes", silence).err())
                .containsExactly(silence + ": no note was heard. Is it the right recording, and is it loud enough?");
        assertThat(Terminal.call("score", music(), silence).err()).hasSize(1);
        Path take = new SoundFiles.Midi().note(60, 480, 960).write(folder.resolve("take.mid"));
        assertThat(Terminal.call("score", elsewhere, take).err())
                .containsExactly(take
                        + ": no note was heard from 30.0 s on, where the music begins. Is it the right recording, and is"
                        + " it loud enough?");
        Path other = new SoundFiles.Midi().note(72, 4800, 5280).write(folder.resolve("other.mid"));
        assertThat(Terminal.call("score", music(), other).err())
                .containsExactly(other
                        + ": no note is one of the music. The first was heard at 5.0 s, the music begins at 0.5 s: cut"
                        + " the recording so that both begin together.");
    }

    @Test
    void a_take_that_is_right_but_begins_later_is_told_by_how_much() throws Exception {
        Path late = tune(1200).write(folder.resolve("late.mid"));

        assertThat(Terminal.call("score", music(), late).err())
                .containsExactly(late
                        + ": nearly all notes come 0.75 s later than in the music. Try --latency 750, or use --tempo"
                        + " own.");
        assertThat(Terminal.call("score", music(), late, "--latency", "200")
                        .err()
                        .get(0))
                .contains("come 0.55 s later", "Try --latency 750");
        Terminal mended = Terminal.call("score", music(), late, "--latency", "750");
        assertThat(mended.err()).isEmpty();
        assertThat(mended.out().get(6)).startsWith("right 4 of 4");
    }

    @Test
    void keys_of_a_file_are_judged_as_those_of_a_keyboard() throws Exception {
        Path music = new SoundFiles.Midi().note(60, 480, 960).write(folder.resolve("music.mid"));
        Path take = new SoundFiles.Midi()
                .event(ShortMessage.CONTROL_CHANGE, 0, 64, 127, 0)
                .note(60, 480, 490)
                .note(60, 500, 960)
                .event(ShortMessage.CONTROL_CHANGE, 0, 64, 0, 1440)
                .write(folder.resolve("take.mid"));

        assertThat(Terminal.call("score", music, take).out().get(3)).startsWith("right 1 of 1, extra notes 0");
    }

    @Test
    void strokes_are_judged_by_their_rhythm() throws Exception {
        Path music = drums(480, 960, 1440, 1920).write(folder.resolve("music.mid"));
        Path take = drums(480, 960, 1200, 1920).write(folder.resolve("take.mid"));

        Terminal terminal = Terminal.call("score", music, take, "--kind", "percussion");

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out()).filteredOn(line -> line.contains(" right ")).hasSize(3);
        assertThat(terminal.out()).anyMatch(line -> line.matches(" +- +1\\.250  - +extra"));
        assertThat(Terminal.call("score", music, take).err())
                .containsExactly(music + ": there is no note in this MIDI file. Export the part that is played.");
    }

    private static SoundFiles.Midi drums(int... ticks) throws Exception {
        var midi = new SoundFiles.Midi();
        for (int tick : ticks) {
            midi.event(ShortMessage.NOTE_ON, 9, 38, 90, tick).event(ShortMessage.NOTE_OFF, 9, 38, 0, tick + 60);
        }
        return midi;
    }

    @Test
    void the_notes_are_those_of_the_concert_pitch() throws Exception {
        assertThat(Terminal.call("score", music(), recording(), "--a4", "440")
                        .out()
                        .get(1))
                .contains("right");
        assertThat(Terminal.call("score", music(), recording(), "--a4", "466")
                        .out()
                        .get(1))
                .contains("wrong");
    }

    @Test
    void another_octave_than_the_musics_is_told() throws Exception {
        var music = new SoundFiles.Midi();
        var take = new SoundFiles.Midi();
        for (int i = 1; i <= 6; i++) {
            long tick = 480L * i;
            music.note(60 + i, tick, tick + 400);
            take.note(48 + i, tick, tick + 400);
        }
        Path played = take.write(folder.resolve("low.mid"));
        assertThat(Terminal.call("score", music.write(folder.resolve("music.mid")), played)
                        .err())
                .containsExactly(
                        played + ": nearly all notes are lower than the music, by this many semitones: 12. Is it"
                                + " the right octave?");
    }

    @Test
    void what_is_wrong_with_the_sound_is_told() throws Exception {
        short[] sound = new short[4 * 48_000];
        for (int i = 0; i < sound.length; i++) {
            double phase = 2 * Math.PI * 50 * i / 48_000;
            sound[i] = (short) Math.rint(300 * Math.sin(phase) + 200 * Math.sin(2 * phase));
        }
        AudioFormat mono = new AudioFormat(48_000, 16, 1, true, false);
        Path humming = SoundFiles.wav(folder.resolve("hum.wav"), mono, sound);
        Path music = Files.writeString(folder.resolve("late.csv"), "id,onset,offset,midi\n0,2,3,60\n");

        assertThat(Terminal.call("score", music, humming).err())
                .containsExactly(
                        humming
                                + ": the mains hum in the recording. The hum was taken out; try another cable, or another"
                                + " place.",
                        humming
                                + ": no note was heard from 2.0 s on, where the music begins. Is it the right recording, and is it loud enough?");
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

    @Test
    void a_take_that_begins_hours_later_is_not_told_to_use_a_latency_that_would_be_refused() throws Exception {
        long hour = 3600L * 2 * SoundFiles.TICKS_PER_BEAT;
        Path music = tune(0).write(folder.resolve("music.mid"));

        assertThat(Terminal.call("score", music, tune(hour).write(folder.resolve("hour.mid")))
                        .err())
                .singleElement()
                .asString()
                .endsWith("Try --latency 3600000, or use --tempo own.");
        assertThat(Terminal.call("score", music, tune(2 * hour).write(folder.resolve("hours.mid")))
                        .err())
                .singleElement()
                .asString()
                .endsWith("7200.00 s later than in the music. Let the music begin later, or use --tempo own.");
    }

    private static SoundFiles.Midi tune(long fromTick) throws Exception {
        var midi = new SoundFiles.Midi();
        int[] keys = {60, 64, 67, 72};
        for (int i = 0; i < keys.length; i++) {
            midi.note(keys[i], fromTick + 480L * i, fromTick + 480L * i + 400);
        }
        return midi;
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
