package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.midi.ShortMessage;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code score} prints of takes, and what it advises. */
class ScoreCommandTest {

    private static final String MUSIC = "id,onset,offset,midi\n0,0.5,1,60\n1,1,1.5,64\n2,1.5,2,67\n3,2,2.5,72\n";

    @TempDir
    private Path folder;

    @Test
    void score_judges_a_recording() throws Exception {
        Terminal terminal = Terminal.call("score", music(), recording());

        assertThat(terminal.exitCode()).isZero();
        List<String> out = terminal.out();
        assertThat(out).hasSize(8);
        assertThat(out.get(0).strip().split(" +"))
                .containsExactly("id", "at", "s", "note", "verdict", "ms", "cents", "sure");
        assertThat(out.get(1)).matches(" +0 +0\\.500  C4 +right +[+-]\\d+ +[+-]\\d+ +99 %");
        assertThat(out.get(3)).matches(" +2 +1\\.500  G4 +wrong +[+-]\\d+ +[+](19\\d|20\\d) +99 %");
        assertThat(out.get(4)).matches(" +3 +2\\.000  C5 +missed +88 %");
        assertThat(out.get(5)).matches(" +- +2\\.(59|60)\\d  A3 +extra +88 %");
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
        assertThat(terminal.out()).anyMatch(line -> line.matches(" +- +1\\.250  - +extra +100 %"));
        assertThat(Terminal.call("score", music, take).err())
                .containsExactly(music + ": there is no note in this MIDI file. Export the part that is played.");
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

    private static SoundFiles.Midi drums(int... ticks) throws Exception {
        var midi = new SoundFiles.Midi();
        for (int tick : ticks) {
            midi.event(ShortMessage.NOTE_ON, 9, 38, 90, tick).event(ShortMessage.NOTE_OFF, 9, 38, 0, tick + 60);
        }
        return midi;
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
}
