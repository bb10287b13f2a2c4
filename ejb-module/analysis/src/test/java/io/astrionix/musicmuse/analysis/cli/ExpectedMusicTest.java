package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedMusicTest {

    @TempDir
    private Path folder;

    @Test
    void lines_are_notes_in_the_order_of_time() throws Exception {
        Path file = lines("id,onset,offset,midi\r\n7,1.5,2,64\r\n\r\n 3, 0.25, 1, 60\r\n");

        assertThat(ExpectedMusic.read(file, InputKind.TUNED))
                .containsExactly(new ExpectedNote(3, 60, 0.25, 0.75), new ExpectedNote(7, 64, 1.5, 0.5));
    }

    @Test
    void the_mark_of_a_spreadsheet_and_spaces_in_the_first_line_do_not_matter() throws Exception {
        Path file = lines("\ufeffid, onset, offset, midi\n0,0,1,60\n");

        assertThat(ExpectedMusic.read(file, InputKind.TUNED)).containsExactly(new ExpectedNote(0, 60, 0, 1));
    }

    @Test
    void the_notes_of_a_midi_file_are_counted() throws Exception {
        Path file = new SoundFiles.Midi().note(62, 480, 960).note(60, 0, 0).write(folder.resolve("music.mid"));

        assertThat(ExpectedMusic.read(file, InputKind.TUNED))
                .containsExactly(new ExpectedNote(0, 60, 0, 0.001), new ExpectedNote(1, 62, 0.5, 0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,1,2",
                "0,1,2,60,90",
                "0;1;2;60",
                "0,1,2,60.5",
                "0,1,2,128",
                "0,1,1,60",
                "0,-1,1,60",
                "-1,1,2,60",
                "0,NaN,2,60",
                "0,1,Infinity,60",
                "0,1d,2,60",
                "0,0x1p0,2,60",
                "0,1e0,2,60",
                "0,,2,60",
                "0,.,2,60",
                "\u0661,1,2,60",
                "0,1,2,\u0666\u0660",
                "note,1,2,60"
            })
    void a_line_that_is_no_note_is_named(String line) throws Exception {
        Path file = lines("id,onset,offset,midi\n5,0,0.5,60\n" + line + "\n");

        assertThatThrownBy(() -> ExpectedMusic.read(file, InputKind.TUNED))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ", line 3: write it as id,onset,offset,midi with seconds from 0 like 1.25, the"
                        + " offset after the onset, and midi a whole number from 0 to 127.");
    }

    @Test
    void numbers_are_written_as_people_write_them() throws Exception {
        Path file = lines("id,onset,offset,midi\n007,-0.0,.5,060\n8,1.,\t2.25 ,61\n");

        assertThat(ExpectedMusic.read(file, InputKind.TUNED))
                .containsExactly(new ExpectedNote(7, 60, -0.0, 0.5), new ExpectedNote(8, 61, 1, 1.25));
    }

    @Test
    void twelve_hours_are_the_most() throws Exception {
        Path longest = lines("id,onset,offset,midi\n0,43199,43200,60\n");
        assertThat(ExpectedMusic.read(longest, InputKind.TUNED)).hasSize(1);

        Path tooLong = lines("id,onset,offset,midi\n0,43199,43200.1,60\n");
        assertThatThrownBy(() -> ExpectedMusic.read(tooLong, InputKind.TUNED))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        tooLong + ", line 2: this note lasts until more than 12 hours after the beginning. Write its"
                                + " times in seconds.");
    }

    @Test
    void semicolons_are_named() throws Exception {
        Path file = lines("\ufeffid; onset;offset;midi\r\n0;0,5;1;60\r\n");

        assertThatThrownBy(() -> ExpectedMusic.read(file, InputKind.TUNED))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": there are semicolons between the fields. Save it with commas between them, and"
                        + " with points in the numbers.");
    }

    @Test
    void two_notes_of_one_id_are_refused() throws Exception {
        Path file = lines("id,onset,offset,midi\n5,0,0.5,60\n5,1,2,60\n");

        assertThatThrownBy(() -> ExpectedMusic.read(file, InputKind.TUNED))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 3: a note before has the same id");
    }

    @Test
    void what_is_no_music_is_refused_with_what_to_do() throws Exception {
        Path recording = SoundFiles.wav(folder.resolve("take.wav"), 48_000);

        assertThatThrownBy(() -> ExpectedMusic.read(recording, InputKind.TUNED))
                .hasMessageContaining("this is a recording");
        for (String text : new String[] {"", "onset,offset,midi\n0,1,60\n", "\u0000\u0001"}) {
            Path file = lines(text);
            assertThatThrownBy(() -> ExpectedMusic.read(file, InputKind.TUNED))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("neither a MIDI file nor a CSV file whose first line is");
        }
        Path noNote = lines("id,onset,offset,midi\n");
        assertThatThrownBy(() -> ExpectedMusic.read(noNote, InputKind.TUNED))
                .hasMessageContaining("there is no note in it");
        Path noText = Files.write(folder.resolve("music.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 'x'});
        assertThatThrownBy(() -> ExpectedMusic.read(noText, InputKind.TUNED)).isInstanceOf(BadInput.class);
    }

    private Path lines(String text) throws IOException {
        return Files.writeString(folder.resolve("music.csv"), text);
    }
}
