package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Files with bytes that somebody else wrote, or that end too early: an answer or one line that says what to do. */
class DamagedFilesTest {

    private static final String SEED = "20261128";
    private static final int HEADER = 100;

    private static Path folder;
    private static byte[] midi;
    private static byte[] wav;

    @BeforeContainer
    static void write() throws Exception {
        folder = Files.createTempDirectory("damaged");
        midi = Files.readAllBytes(new SoundFiles.Midi()
                .tempo(0, 90)
                .note(60, 0, 400)
                .note(64, 480, 900)
                .tempo(960, 120)
                .note(67, 960, 1400)
                .write(folder.resolve("right.mid")));
        wav = Arrays.copyOf(Files.readAllBytes(SoundFiles.wav(folder.resolve("right.wav"), 48_000)), 20_000);
    }

    @AfterContainer
    static void delete() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 2000, seed = SEED)
    void of_midi(@ForAll long seed) throws IOException {
        assertAnswerOrOneLine(damaged(midi, midi.length, new Random(seed)), "damaged.mid");
    }

    @Property(tries = 300, seed = SEED)
    void of_sound(@ForAll long seed) throws IOException {
        assertAnswerOrOneLine(damaged(wav, HEADER, new Random(seed)), "damaged.wav");
    }

    private static void assertAnswerOrOneLine(byte[] file, String name) throws IOException {
        Path written = Files.write(folder.resolve(name), file);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);

        int code = ListenCommand.run(
                List.of("notes", written.toString()), nowhere, new PrintStream(err, true, StandardCharsets.UTF_8));

        if (code == ListenCommand.DONE) {
            assertThat(err.toString(StandardCharsets.UTF_8)).matches("(?s)|.*: no note was heard.*\\R");
        } else {
            assertThat(code).isEqualTo(ListenCommand.NOT_DONE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith(written.toString())
                    .hasLineCount(1);
        }
    }

    /** Some bytes among the first ones are others; one in four ends too early. */
    private static byte[] damaged(byte[] file, int first, Random random) {
        byte[] damaged = file.clone();
        int bytes = 1 + random.nextInt(6);
        for (int i = 0; i < bytes; i++) {
            damaged[random.nextInt(first)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }
}
