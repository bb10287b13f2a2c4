package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidiFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("take.mid");
    }

    @Test
    void a_beat_takes_half_a_second_where_no_tempo_is_named() throws Exception {
        new SoundFiles.Midi().note(60, 480, 960).write(file);

        assertThat(MidiFile.open(file).notes()).containsExactly(new MidiNote(60, 0.5, 1));
    }

    @Test
    void follows_every_change_of_the_tempo() throws Exception {
        new SoundFiles.Midi()
                .tempo(0, 60)
                .tempo(960, 240)
                .tempo(1440, 30)
                .note(60, 0, 480)
                .note(62, 720, 1200)
                .note(64, 1440, 1680)
                .write(file);

        List<MidiNote> notes = MidiFile.open(file).notes();
        assertThat(notes).extracting(MidiNote::key).containsExactly(60, 62, 64);
        assertTimes(notes.get(0), 0, 1);
        assertTimes(notes.get(1), 1.5, 2.125);
        assertTimes(notes.get(2), 2.25, 3.25);
    }

    @Test
    void counts_frames_of_film_where_the_file_does() throws Exception {
        new SoundFiles.Midi(Sequence.SMPTE_25, 40)
                .tempo(0, 60)
                .note(60, 500, 1500)
                .write(file);

        assertTimes(MidiFile.open(file).notes().get(0), 0.5, 1.5);
    }

    @Test
    void a_note_of_velocity_0_ends_a_note() throws Exception {
        new SoundFiles.Midi()
                .event(ShortMessage.NOTE_ON, 0, 60, 90, 0)
                .event(ShortMessage.NOTE_ON, 0, 60, 0, 480)
                .write(file);

        assertThat(MidiFile.open(file).notes()).containsExactly(new MidiNote(60, 0, 0.5));
    }

    @Test
    void a_note_ends_when_its_key_is_struck_again_or_the_music_is_over() throws Exception {
        new SoundFiles.Midi()
                .event(ShortMessage.NOTE_ON, 0, 60, 90, 0)
                .event(ShortMessage.NOTE_ON, 0, 60, 90, 480)
                .note(62, 0, 960)
                .write(file);

        assertThat(MidiFile.open(file).notes())
                .containsExactly(new MidiNote(60, 0, 0.5), new MidiNote(62, 0, 1), new MidiNote(60, 0.5, 1));
    }

    @Test
    void the_same_key_of_two_channels_is_two_notes_and_the_drums_are_none() throws Exception {
        new SoundFiles.Midi()
                .note(60, 0, 960)
                .event(ShortMessage.NOTE_ON, 1, 60, 90, 480)
                .event(ShortMessage.NOTE_OFF, 1, 60, 0, 720)
                .event(ShortMessage.NOTE_ON, 9, 38, 90, 0)
                .event(ShortMessage.NOTE_OFF, 9, 38, 0, 960)
                .write(file);

        assertThat(MidiFile.open(file).notes()).containsExactly(new MidiNote(60, 0, 1), new MidiNote(60, 0.5, 0.75));
    }

    @Test
    void a_file_whose_frames_have_no_ticks_is_bad_input() throws Exception {
        Path file = new SoundFiles.Midi().note(60, 0, 960).write(folder.resolve("take.mid"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[12] = (byte) 0xE7;
        bytes[13] = 0;
        Files.write(file, bytes);

        assertThatThrownBy(() -> MidiFile.open(file).notes())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void a_damaged_file_and_one_without_notes_are_bad_input() throws Exception {
        new SoundFiles.Midi().tempo(0, 60).write(file);
        assertThatThrownBy(() -> MidiFile.open(file).notes())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("take.mid: there is no note");

        byte[] whole = Files.readAllBytes(new SoundFiles.Midi().note(60, 0, 480).write(file));
        for (int length = 4; length < whole.length - 4; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> MidiFile.open(file).notes())
                    .as("%s bytes", length)
                    .isInstanceOf(BadInput.class);
        }
    }

    private static void assertTimes(MidiNote note, double onset, double offset) {
        assertThat(note.onsetSeconds()).isCloseTo(onset, within(1e-6));
        assertThat(note.offsetSeconds()).isCloseTo(offset, within(1e-6));
    }
}
