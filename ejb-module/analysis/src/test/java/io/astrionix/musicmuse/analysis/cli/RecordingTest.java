package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.MadeSound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    private static final int RATE = 48_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000})
    void what_fits_is_heard_as_it_is(int sampleRate) throws Exception {
        Path file = SoundFiles.wav(folder.resolve("take.wav"), sampleRate);

        assertThat(read(file, sampleRate)).isEqualTo(MadeSound.played(sampleRate));
    }

    @ParameterizedTest
    @CsvSource({"PCM_SIGNED, 16, 2", "PCM_SIGNED, 24, 1", "PCM_SIGNED, 32, 2", "PCM_FLOAT, 32, 1", "PCM_UNSIGNED, 8, 1"
    })
    void other_forms_become_16_bit_mono(String encoding, int bits, int channels) throws Exception {
        AudioFormat form =
                new AudioFormat(new Encoding(encoding), RATE, bits, channels, channels * bits / 8, RATE, false);
        Path file = SoundFiles.wav(folder.resolve("take.wav"), form, RATE);

        short[] sound = read(file, RATE);
        short[] original = MadeSound.played(RATE);
        assertThat(sound).hasSameSizeAs(original);
        int tolerance = bits == 8 ? 512 : 1;
        for (int i = 0; i < sound.length; i++) {
            assertThat((int) sound[i]).isCloseTo(original[i], within(tolerance));
        }
    }

    @Test
    void channels_are_mixed_down() throws Exception {
        Path file = folder.resolve("take.wav");
        byte[] header = Arrays.copyOf(
                Files.readAllBytes(SoundFiles.wav(file, new AudioFormat(RATE, 16, 2, true, false), new short[2])), 44);
        ByteBuffer whole =
                ByteBuffer.allocate(52).order(ByteOrder.LITTLE_ENDIAN).put(header);
        Files.write(
                file,
                whole.putShort((short) 100)
                        .putShort((short) 300)
                        .putShort(Short.MIN_VALUE)
                        .putShort(Short.MIN_VALUE)
                        .array());

        assertThat(read(file, RATE)).containsExactly((short) 200, Short.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 96_000})
    void other_sample_rates_are_converted(int sampleRate) throws Exception {
        Path file = SoundFiles.wav(folder.resolve("take.wav"), sampleRate);

        try (Recording recording = Recording.open(file)) {
            assertThat(recording.sampleRate()).isEqualTo(RATE);
            Listener listener = new Listener(recording);
            listener.listen(moment -> {});
            assertThat(listener.notes()).hasSize(4);
            assertThat(listener.notes().get(2).midi()).isCloseTo(69, within(0.02));
            assertThat(listener.notes().get(3).onsetSeconds()).isCloseTo(2.6, within(0.03));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 7_999, 192_001, Integer.MAX_VALUE})
    void a_sample_rate_that_no_microphone_has_is_refused(int rate) throws Exception {
        Path file = SoundFiles.wav(folder.resolve("take.wav"), RATE);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(24, rate);
        Files.write(file, bytes);

        assertThat(Terminal.call("notes", file).exitCode()).isEqualTo(ListenCommand.NOT_DONE);
        assertThat(Terminal.call("notes", file).err())
                .singleElement()
                .asString()
                .contains("take.wav", "try again");
    }

    @Test
    void what_is_no_recording_is_refused_with_what_to_do() throws Exception {
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound");
        Path cut = Files.writeString(folder.resolve("cut.wav"), "RIFF");
        Path midi = new SoundFiles.Midi().note(60, 0, 480).write(folder.resolve("midi.wav"));
        Path packed = packed(folder.resolve("packed.wav"));
        Path empty =
                SoundFiles.wav(folder.resolve("empty.wav"), new AudioFormat(RATE, 16, 1, true, false), new short[0]);

        assertRefused(folder.resolve("none.wav"), "there is no such file. Check the name and the folder.");
        assertRefused(folder, "this is a folder. Name one file in it.");
        assertRefused(text, "this is not a WAV file. Save it as WAV (PCM, 16 bit, 44100 or 48000 Hz) and try again.");
        assertRefused(midi, "this is a MIDI file, a recording is needed. Name a WAV file.");
        assertRefused(
                packed,
                "the sound in this WAV file has a form that cannot be read."
                        + " Save it as WAV (PCM, 16 bit, 44100 or 48000 Hz) and try again.");
        assertRefused(empty, "there is no sound in this file. Record it again.");
        assertThatThrownBy(() -> read(cut, RATE)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_recording_that_was_copied_in_part_is_not_taken_for_the_whole() throws Exception {
        byte[] whole = Files.readAllBytes(SoundFiles.wav(folder.resolve("take.wav"), RATE));
        Path half = Files.write(folder.resolve("half.wav"), Arrays.copyOf(whole, whole.length / 2));
        double seconds = (double) MadeSound.played(RATE).length / RATE;

        assertRefused(
                half,
                String.format(
                        Locale.ROOT,
                        "the recording ends after %.1f of %.1f s. Copy the file again.",
                        seconds / 2,
                        seconds));
    }

    @Test
    void a_recording_whose_length_was_not_known_when_it_was_written_is_heard_to_its_end() throws Exception {
        byte[] whole = Files.readAllBytes(SoundFiles.wav(folder.resolve("take.wav"), RATE));
        Arrays.fill(whole, 40, 44, (byte) 0xff);

        assertThat(read(Files.write(folder.resolve("streamed.wav"), whole), RATE))
                .isEqualTo(MadeSound.played(RATE));
    }

    @Test
    void a_pipe_does_not_keep_anybody_waiting() throws Exception {
        Path pipe = folder.resolve("pipe.wav");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertRefused(pipe, "this is no file that ends. Save the sound into a file and name that.");
    }

    /** A WAV file whose sound is packed in a way the JDK does not know. */
    private static Path packed(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(SoundFiles.wav(file, RATE));
        bytes[20] = 0x55;
        return Files.write(file, bytes);
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> read(file, RATE)).isInstanceOf(BadInput.class).hasMessage(file + ": " + message);
    }

    private static short[] read(Path file, int sampleRate) throws BadInput {
        try (Recording recording = Recording.open(file)) {
            assertThat(recording.sampleRate()).isEqualTo(sampleRate);
            short[] all = new short[20 * RATE];
            short[] some = new short[1000];
            int length = 0;
            for (int n = recording.read(some); n > 0; n = recording.read(some)) {
                System.arraycopy(some, 0, all, length, n);
                length += n;
            }
            assertThat(recording.secondsRead()).isEqualTo((double) length / sampleRate);
            return Arrays.copyOf(all, length);
        }
    }
}
