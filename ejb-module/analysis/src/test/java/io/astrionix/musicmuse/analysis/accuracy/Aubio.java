package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.listening.training.Clip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** The programs aubionotes and aubiopitch (Debian's package aubio-tools), with yinfft, as they come. */
final class Aubio implements Listener {

    private static final int WINDOW = 2048;
    private static final int HOP = 256;

    /** What aubionotes looks at until it says a note. */
    private static final double NOTE_WINDOW_SECONDS = 512.0 / Clip.SAMPLE_RATE;

    static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "aubionotes")));
    }

    @Override
    public String name() {
        return "aubio: yinfft, aubionotes";
    }

    @Override
    public Said listen(short[] sound) throws IOException {
        Path file = Files.createTempFile("heard", ".wav");
        try {
            write(file, sound);
            List<SaidPitch> pitches = new ArrayList<>();
            for (double[] line :
                    run("aubiopitch", "-p", "yinfft", "-B", "" + WINDOW, "-H", "" + HOP, "-i", "" + file)) {
                pitches.add(new SaidPitch(line[0] - WINDOW / 2.0 / Clip.SAMPLE_RATE, SaidPitch.midi(line[1])));
            }
            List<SaidNote> notes = new ArrayList<>();
            for (double[] line : run("aubionotes", "-i", "" + file)) {
                if (line.length == 3) {
                    notes.add(new SaidNote(line[1], line[0], line[1] + NOTE_WINDOW_SECONDS));
                }
            }
            return new Said(notes, pitches);
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, short[] sound) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(sound);
        AudioFormat form = new AudioFormat(Clip.SAMPLE_RATE, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), form, sound.length),
                AudioFileFormat.Type.WAVE,
                file.toFile());
    }

    /** The numbers of each line it prints. */
    private static List<double[]> run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return printed.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.trim().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
