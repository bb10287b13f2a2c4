package io.astrionix.musicmuse.system.practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Recordings of performances: 16 bit mono at {@value #SAMPLE_RATE} Hz. FluidSynth plays them on recorded instruments
 * (the sound font FluidR3, MIT licence), without reverb and chorus. Where there is no FluidSynth, plain sums of
 * harmonics stand in, and that is said aloud; with {@code CI=true} it is an error.
 */
public final class Takes {

    public static final int SAMPLE_RATE = 48_000;

    private static final Path SOUND_FONT = Path.of("/usr/share/sounds/sf2/FluidR3_GM.sf2");
    private static final int VELOCITY = 96;

    /** MIDI's pitch bend: no bend, and how far one way it reaches, in cents. */
    private static final int BEND_MIDDLE = 8_192;

    private static final double BEND_CENTS = 200;
    private static final long PATIENCE_SECONDS = 60;
    private static final Map<Performance, short[]> RENDERED = new ConcurrentHashMap<>();

    private Takes() {}

    /** The samples of a performance, the first at its second 0. Not a copy: do not change. */
    public static short[] render(Performance performance) {
        return RENDERED.computeIfAbsent(performance, Takes::renderAnew);
    }

    /** Writes a performance into a WAV file. */
    public static void writeWav(Performance performance, Path file) {
        var samples = render(performance);
        var bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        var format = new AudioFormat(SAMPLE_RATE, Short.SIZE, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether recorded instruments can be played here. */
    public static boolean hasRealInstruments() {
        return Files.isReadable(SOUND_FONT)
                && List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "fluidsynth")));
    }

    private static short[] renderAnew(Performance performance) {
        int length = (int) Math.round(performance.lengthSeconds() * SAMPLE_RATE);
        if (hasRealInstruments()) {
            return java.util.Arrays.copyOf(playedByFluidSynth(performance), length);
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI needs fluidsynth and fluid-soundfont-gm");
        }
        System.out.println("*** NO FLUIDSYNTH (or no " + SOUND_FONT.getFileName() + "): the takes of this run are sums"
                + " of harmonics, NOT a real instrument. Install fluidsynth and fluid-soundfont-gm.");
        return Harmonics.render(performance, length);
    }

    private static short[] playedByFluidSynth(Performance performance) {
        try {
            Path folder = Files.createTempDirectory("take");
            Path midi = folder.resolve("take.mid");
            Path wav = folder.resolve("take.wav");
            try {
                MidiSystem.write(sequence(performance), 0, midi.toFile());
                fluidSynth(midi, wav);
                return mono(wav);
            } finally {
                Files.deleteIfExists(midi);
                Files.deleteIfExists(wav);
                Files.delete(folder);
            }
        } catch (IOException | InvalidMidiDataException | UnsupportedAudioFileException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void fluidSynth(Path midi, Path wav) throws IOException {
        var process = new ProcessBuilder(
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
                        Integer.toString(SAMPLE_RATE),
                        "-T",
                        "wav",
                        "-O",
                        "s16",
                        "-F",
                        wav.toString(),
                        SOUND_FONT.toString(),
                        midi.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("fluidsynth failed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    /** One tick is a millisecond: 500 ticks a quarter note at MIDI's own tempo, 120 quarter notes a minute. */
    private static Sequence sequence(Performance performance) throws InvalidMidiDataException {
        var sequence = new Sequence(Sequence.PPQ, 500);
        var track = sequence.createTrack();
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, performance.program(), 0), 0));
        int bend = BEND_MIDDLE + (int) Math.round(performance.tuningCents() / BEND_CENTS * BEND_MIDDLE);
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PITCH_BEND, 0, bend & 0x7F, bend >> 7), 0));
        for (var note : performance.notes()) {
            long on = Math.round(note.onsetSeconds() * 1000);
            long off = Math.round((note.onsetSeconds() + note.durationSeconds()) * 1000);
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, note.midi(), VELOCITY), on));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, note.midi(), 0), off));
        }
        // An end mark keeps FluidSynth playing until the recording is over.
        track.add(new MidiEvent(
                new MetaMessage(0x01, new byte[] {'.'}, 1), Math.round(performance.lengthSeconds() * 1000)));
        return sequence;
    }

    private static short[] mono(Path wav) throws IOException, UnsupportedAudioFileException {
        try (var sound = AudioSystem.getAudioInputStream(wav.toFile())) {
            int channels = sound.getFormat().getChannels();
            var all = ByteBuffer.wrap(sound.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            var mono = new short[all.remaining() / channels];
            for (int i = 0; i < mono.length; i++) {
                int sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += all.get(i * channels + channel);
                }
                mono[i] = (short) (sum / channels);
            }
            return mono;
        }
    }
}
