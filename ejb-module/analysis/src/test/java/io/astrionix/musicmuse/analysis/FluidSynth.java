package io.astrionix.musicmuse.analysis;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** Plays performances on sampled instruments with the FluidSynth program, without reverb and chorus. */
public final class FluidSynth {

    public static final Path SOUND_FONT = Path.of("/usr/share/sounds/sf2/FluidR3_GM.sf2");

    private static final int TICKS_PER_SECOND = 960;
    private static final double GAP_SECONDS = 2;
    private static final double GAIN = 0.8;

    /** Notes between two keys are played on these channels in turn, so that a bend touches no note that fades away. */
    private static final int BENT_CHANNELS = 8;

    private static final int NO_BEND = 8_192;
    private static final double BEND_SEMITONES = 2;

    /** Instead of a program: the standard drum kit, each of whose keys is a drum. */
    public static final int DRUM_KIT = -1;

    private static final int DRUM_CHANNEL = 9;

    /** What to play, and on which General MIDI program, counted from 0, or {@link #DRUM_KIT}. */
    public record Part(int program, Performance performance) {}

    private FluidSynth() {}

    public static boolean isInstalled() {
        try {
            return Files.isReadable(SOUND_FONT)
                    && new ProcessBuilder("fluidsynth", "--version")
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Skips the test where it is not installed; in continuous integration, fails it. */
    static void assumeInstalled() {
        if (!isInstalled()) {
            String message = "fluidsynth and " + SOUND_FONT + " are needed to listen to instruments";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            assumeTrue(false, message);
        }
    }

    /** Renders all parts in one run of the program; returns the mono sound of each. */
    static List<short[]> render(List<Part> parts, int sampleRate) {
        return render(SOUND_FONT, GAIN, parts, sampleRate);
    }

    /**
     * Renders all parts in one run of the program.
     *
     * @param soundFont the file with the instruments
     * @param gain the program's output gain, 1 being as loud as the sound font has it
     * @param sampleRate samples per second
     * @return the mono sound of each part
     */
    public static List<short[]> render(Path soundFont, double gain, List<Part> parts, int sampleRate) {
        try {
            Path folder = Files.createTempDirectory("fluidsynth");
            Path midi = folder.resolve("parts.mid");
            Path raw = folder.resolve("parts.raw");
            try {
                MidiSystem.write(sequence(parts), 0, midi.toFile());
                run(List.of(
                        "fluidsynth",
                        "-ni",
                        "-q",
                        "-R",
                        "0",
                        "-C",
                        "0",
                        "-g",
                        Double.toString(gain),
                        "-r",
                        Integer.toString(sampleRate),
                        "-T",
                        "raw",
                        "-O",
                        "s16",
                        "-E",
                        "little",
                        "-F",
                        raw.toString(),
                        soundFont.toString(),
                        midi.toString()));
                return cut(parts, mono(Files.readAllBytes(raw)), sampleRate);
            } finally {
                Files.deleteIfExists(midi);
                Files.deleteIfExists(raw);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidMidiDataException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("fluidsynth failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException(e);
        }
    }

    private static Sequence sequence(List<Part> parts) throws InvalidMidiDataException {
        Sequence sequence = new Sequence(Sequence.PPQ, TICKS_PER_SECOND / 2); // 120 quarter notes a minute
        Track track = sequence.createTrack();
        double from = 0;
        for (Part part : parts) {
            boolean isDrums = part.program() == DRUM_KIT;
            for (int channel = 0; channel <= BENT_CHANNELS && !isDrums; channel++) {
                track.add(event(from, channel, ShortMessage.PROGRAM_CHANGE, part.program(), 0));
            }
            int bent = 0;
            for (Performance.Note note : part.performance().notes()) {
                int key = (int) Math.round(note.midi());
                int unbent = isDrums ? DRUM_CHANNEL : 0;
                int channel = note.midi() == key ? unbent : 1 + bent++ % BENT_CHANNELS;
                int bend = NO_BEND + (int) Math.round((note.midi() - key) / BEND_SEMITONES * NO_BEND);
                double start = from + note.start();
                track.add(event(start, channel, ShortMessage.PITCH_BEND, bend & 0x7f, bend >> 7));
                track.add(event(start, channel, ShortMessage.NOTE_ON, key, note.velocity()));
                track.add(event(start + note.duration(), channel, ShortMessage.NOTE_OFF, key, 0));
            }
            from += part.performance().lastsSeconds() + GAP_SECONDS;
        }
        track.add(event(from, 0, ShortMessage.CONTROL_CHANGE, 123, 0));
        return sequence;
    }

    private static MidiEvent event(double seconds, int channel, int command, int data1, int data2)
            throws InvalidMidiDataException {
        return new MidiEvent(new ShortMessage(command, channel, data1, data2), Math.round(seconds * TICKS_PER_SECOND));
    }

    private static short[] mono(byte[] stereo) {
        ByteBuffer bytes = ByteBuffer.wrap(stereo).order(ByteOrder.LITTLE_ENDIAN);
        short[] mono = new short[stereo.length / 4];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (short) ((bytes.getShort() + bytes.getShort()) / 2);
        }
        return mono;
    }

    private static List<short[]> cut(List<Part> parts, short[] sound, int sampleRate) {
        List<short[]> cuts = new ArrayList<>();
        double from = 0;
        for (Part part : parts) {
            double length = part.performance().lastsSeconds();
            short[] piece = new short[(int) (length * sampleRate)];
            int start = (int) Math.round(from * sampleRate);
            System.arraycopy(sound, start, piece, 0, Math.min(piece.length, Math.max(0, sound.length - start)));
            cuts.add(piece);
            from += length + GAP_SECONDS;
        }
        return cuts;
    }
}
