package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MidiFileTest {

    private static final int HEADER_LENGTH_AT = 4;
    private static final int TRACKS_AT = 10;
    private static final int TRACK_LENGTH_AT = 18;
    private static final int FIRST_KEY_AT = 24;
    /** Of a tempo that is the first event: when it is, three bytes that say what it is, and the last of three more. */
    private static final int TEMPO_ENDS_AT = 28;

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
    void of_changes_of_the_tempo_at_one_time_the_last_one_counts() throws Exception {
        new SoundFiles.Midi()
                .tempo(0, 30)
                .tempo(480, 240)
                .tempo(480, 60)
                .note(60, 480, 960)
                .write(file);

        assertTimes(MidiFile.open(file).notes().get(0), 2, 3);
    }

    @Test
    void a_file_without_notes_is_bad_input() throws Exception {
        new SoundFiles.Midi().tempo(0, 60).write(file);

        assertThatThrownBy(() -> MidiFile.open(file).notes())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("take.mid: there is no note");
    }

    @Test
    void a_file_that_ends_too_early_is_damaged_in_whichever_track_it_is() throws Exception {
        byte[] whole = Files.readAllBytes(new SoundFiles.Midi()
                .note(60, 0, 480)
                .track()
                .note(64, 0, 480)
                .note(67, 480, 960)
                .write(file));
        assertThat(MidiFile.open(file).notes()).hasSize(3);

        for (int length = 4; length < whole.length; length++) {
            assertDamaged(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @CsvSource({
        HEADER_LENGTH_AT + ",7",
        HEADER_LENGTH_AT + ",1000",
        TRACK_LENGTH_AT + ",7",
        TRACK_LENGTH_AT + ",1000",
        TRACK_LENGTH_AT + "," + Integer.MAX_VALUE,
        TRACK_LENGTH_AT + "," + Integer.MIN_VALUE,
        TRACK_LENGTH_AT + ",-1"
    })
    void a_part_that_is_not_as_long_as_it_says_makes_it_damaged(int at, int length) throws Exception {
        byte[] damaged =
                Files.readAllBytes(new SoundFiles.Midi().note(60, 0, 480).write(file));
        ByteBuffer.wrap(damaged).putInt(at, length);

        assertDamaged(damaged);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 0xffff})
    void another_number_of_tracks_than_there_are_makes_it_damaged(int tracks) throws Exception {
        byte[] damaged =
                Files.readAllBytes(new SoundFiles.Midi().note(60, 0, 480).write(file));
        ByteBuffer.wrap(damaged).putShort(TRACKS_AT, (short) tracks);

        assertDamaged(damaged);
    }

    @Test
    void a_beat_that_takes_no_time_makes_it_damaged() throws Exception {
        byte[] damaged = Files.readAllBytes(
                new SoundFiles.Midi().tempo(0, 60e6).note(60, 0, 480).write(file));
        assertThat(MidiFile.open(file).notes()).hasSize(1);
        damaged[TEMPO_ENDS_AT] = 0;

        assertDamaged(damaged);
    }

    @ParameterizedTest
    @ValueSource(ints = {FIRST_KEY_AT, FIRST_KEY_AT + 1})
    void a_key_or_velocity_that_no_keyboard_has_makes_it_damaged(int at) throws Exception {
        byte[] damaged =
                Files.readAllBytes(new SoundFiles.Midi().note(60, 0, 480).write(file));
        damaged[at] = (byte) 0x80;

        assertDamaged(damaged);
    }

    /** The time before the key is let go has ten bytes, four are the most. */
    @Test
    void a_time_that_is_counted_beyond_all_numbers_makes_it_damaged() throws Exception {
        byte[] track = HexFormat.of().parseHex("00903C50" + "FF".repeat(9) + "7F803C00" + "00FF2F00");
        ByteBuffer bytes = ByteBuffer.allocate(22 + track.length);
        bytes.put(HexFormat.of().parseHex("4D546864000000060000000101E04D54726B"))
                .putInt(track.length)
                .put(track);

        assertDamaged(bytes.array());
    }

    @Test
    void twelve_hours_are_the_most() throws Exception {
        long twelveHours = 12 * 3600 * 2 * SoundFiles.TICKS_PER_BEAT;
        new SoundFiles.Midi().note(60, 0, twelveHours).write(file);
        assertThat(MidiFile.open(file).notes()).containsExactly(new MidiNote(60, 0, 43_200));

        new SoundFiles.Midi().note(60, 0, twelveHours + 1).write(file);
        assertThatThrownBy(() -> MidiFile.open(file))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": this MIDI file lasts longer than 12 hours. Export the part that is played.");
    }

    private void assertDamaged(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> MidiFile.open(file))
                .as("%s bytes", bytes.length)
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": this MIDI file is damaged. Export it again as a standard MIDI file.");
    }

    private static void assertTimes(MidiNote note, double onset, double offset) {
        assertThat(note.onsetSeconds()).isCloseTo(onset, within(1e-6));
        assertThat(note.offsetSeconds()).isCloseTo(offset, within(1e-6));
    }
}
