package io.astrionix.musicmuse.analysis;

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
final class FluidSynth {

    static final Path SOUND_FONT = Path.of("/usr/share/sounds/sf2/FluidR3_GM.sf2");

    private static final int TICKS_PER_SECOND = 960;
    private static final double GAP_SECONDS = 2;

    /** What to play, and on which General MIDI program, counted from 0. */
    record Part(int program, Performance performance) {}

    private FluidSynth() {}

    static boolean isInstalled() {
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

    /** Renders all parts in one run of the program; returns the mono sound of each. */
    static List<short[]> render(List<Part> parts, int sampleRate) {
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
                        "0.8",
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
                        SOUND_FONT.toString(),
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
            track.add(event(from, ShortMessage.PROGRAM_CHANGE, part.program(), 0));
            for (Performance.Note note : part.performance().notes()) {
                int key = (int) Math.round(note.midi());
                track.add(event(from + note.start(), ShortMessage.NOTE_ON, key, note.velocity()));
                track.add(event(from + note.start() + note.duration(), ShortMessage.NOTE_OFF, key, 0));
            }
            from += part.performance().lastsSeconds() + GAP_SECONDS;
        }
        track.add(event(from, ShortMessage.CONTROL_CHANGE, 123, 0));
        return sequence;
    }

    private static MidiEvent event(double seconds, int command, int data1, int data2) throws InvalidMidiDataException {
        return new MidiEvent(new ShortMessage(command, 0, data1, data2), Math.round(seconds * TICKS_PER_SECOND));
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
