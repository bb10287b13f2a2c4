package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        Path file = Files.write(folder.resolve("damaged.mid"), damaged(midi, midi.length, new Random(seed)));
        assertNotesOrOneLine(file);
        assertAnswerOrOneLine(file, Terminal.call("score", file, file));
    }

    @Property(tries = 300, seed = SEED)
    void of_sound(@ForAll long seed) throws IOException {
        Path file = Files.write(folder.resolve("damaged.wav"), damaged(wav, HEADER, new Random(seed)));
        assertNotesOrOneLine(file);
    }

    private static void assertNotesOrOneLine(Path damaged) {
        Terminal terminal = Terminal.call("notes", damaged);

        assertAnswerOrOneLine(damaged, terminal);
        if (terminal.exitCode() == ListenCommand.DONE && !terminal.err().isEmpty()) {
            assertThat(terminal.err()).singleElement().asString().contains(": no note was heard");
        }
    }

    /** With an answer there may be advice. */
    private static void assertAnswerOrOneLine(Path damaged, Terminal terminal) {
        if (terminal.exitCode() == ListenCommand.DONE) {
            assertThat(terminal.err()).allMatch(line -> line.startsWith(damaged + ": "));
        } else {
            assertThat(terminal.exitCode()).isEqualTo(ListenCommand.NOT_DONE);
            assertThat(terminal.err()).singleElement().asString().startsWith(damaged.toString());
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
