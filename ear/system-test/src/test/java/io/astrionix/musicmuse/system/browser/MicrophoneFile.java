package io.astrionix.musicmuse.system.browser;

import io.astrionix.musicmuse.system.practice.Performance;
import io.astrionix.musicmuse.system.practice.Takes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * What the fake microphone hears. The page takes the first sample that is not exactly nothing as the beginning of the
 * take: so a silence comes first, for Chromium loses some of a file's first buffers, and then a faint noise lies under
 * all of it, as in every room.
 */
public final class MicrophoneFile {

    /** The page waits so long before its count-in. */
    static final double LEAD_SECONDS = 1;

    private static final double SILENCE_SECONDS = 0.5;
    private static final int NOISE_PEAK = 8;
    private static final int CLICK_PEAK = 16_000;
    private static final double CLICK_SECONDS = 0.01;
    private static final double CLICK_HERTZ = 1_500;

    private MicrophoneFile() {}

    public static Path of(Performance performance) {
        var samples = Takes.render(performance);
        return write(Arrays.copyOf(samples, samples.length));
    }

    /** The page's own calibration clicks, heard so many milliseconds late. */
    static Path ofClicks(int count, double everySeconds, double delayMillis) {
        var samples = new short[(int) ((LEAD_SECONDS + count * everySeconds + 2) * Takes.SAMPLE_RATE)];
        for (int click = 0; click < count; click++) {
            int start =
                    (int) Math.round((LEAD_SECONDS + click * everySeconds + delayMillis / 1000) * Takes.SAMPLE_RATE);
            for (int i = 0; i < CLICK_SECONDS * Takes.SAMPLE_RATE; i++) {
                double seconds = (double) i / Takes.SAMPLE_RATE;
                double fade = 1 - seconds / CLICK_SECONDS;
                samples[start + i] = (short) (CLICK_PEAK * fade * Math.sin(2 * Math.PI * CLICK_HERTZ * seconds));
            }
        }
        return write(samples);
    }

    private static Path write(short[] samples) {
        var random = new Random(1);
        int silence = (int) (SILENCE_SECONDS * Takes.SAMPLE_RATE);
        int length = silence + samples.length;
        var bytes = ByteBuffer.allocate(length * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(silence * Short.BYTES);
        for (short sample : samples) {
            int noisy = sample + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(NOISE_PEAK));
            bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, noisy)));
        }
        var format = new AudioFormat(Takes.SAMPLE_RATE, Short.SIZE, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, length)) {
            Path file = Files.createTempFile("microphone", ".wav");
            file.toFile().deleteOnExit();
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
