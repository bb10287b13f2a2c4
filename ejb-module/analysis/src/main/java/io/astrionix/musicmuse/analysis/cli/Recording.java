package io.astrionix.musicmuse.analysis.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * The sound of a WAV file, as the engine wants it: 16 bit, mono, at 44100 or 48000 samples per second. Other forms of
 * PCM are converted; channels are mixed down.
 */
final class Recording implements AutoCloseable {

    private static final int OTHER_RATES_BECOME = 48_000;
    private static final float LOWEST_RATE = 8_000;
    private static final float HIGHEST_RATE = 192_000;
    private static final int BYTES_PER_SAMPLE = 2;

    /** More than a WAV file can hold, and what stands there where the end was not known. */
    private static final long LONGEST_BYTES = 0xffff_0000L;

    private static final double MISSING_SECONDS = 0.1;
    private static final String WHAT_TO_DO = " Save it as WAV (PCM, 16 bit, 44100 or 48000 Hz) and try again.";

    private final Path file;
    private final AudioInputStream in;
    private final int sampleRate;
    private final int channels;
    private byte[] bytes = new byte[0];
    private final double secondsAnnounced;
    private long samplesRead;

    private Recording(Path file, AudioInputStream in, double secondsAnnounced) {
        this.file = file;
        this.in = in;
        this.secondsAnnounced = secondsAnnounced;
        this.sampleRate = Math.round(in.getFormat().getSampleRate());
        this.channels = in.getFormat().getChannels();
    }

    /** @throws BadInput if the file is not there, is not a WAV file, or holds what cannot be converted */
    static Recording open(Path file) throws BadInput {
        switch (FileKind.of(file)) {
            case MIDI -> throw new BadInput(file + ": this is a MIDI file, a recording is needed. Name a WAV file.");
            case OTHER -> throw new BadInput(file + ": this is not a WAV file." + WHAT_TO_DO);
            case WAV -> {}
        }
        AudioInputStream found = null;
        try {
            found = AudioSystem.getAudioInputStream(new BufferedInputStream(Files.newInputStream(file)));
            if (!(found.getFormat().getSampleRate() >= LOWEST_RATE)
                    || found.getFormat().getSampleRate() > HIGHEST_RATE) {
                throw new IllegalArgumentException("sample rate " + found.getFormat());
            }
            double announced = secondsAnnounced(found);
            return new Recording(file, AudioSystem.getAudioInputStream(wanted(found.getFormat()), found), announced);
        } catch (UnsupportedAudioFileException | IllegalArgumentException unknown) {
            close(found);
            throw new BadInput(file + ": the sound in this WAV file has a form that cannot be read." + WHAT_TO_DO);
        } catch (IOException unreadable) {
            close(found);
            throw unreadable(file);
        }
    }

    /** How much sound the file says it has; 0 where it does not say, as programs that write without an end do. */
    private static double secondsAnnounced(AudioInputStream found) {
        long frames = found.getFrameLength();
        boolean isKnown = frames > 0 && frames * found.getFormat().getFrameSize() < LONGEST_BYTES;
        return isKnown ? frames / found.getFormat().getFrameRate() : 0;
    }

    private static AudioFormat wanted(AudioFormat found) {
        float rate = found.getSampleRate();
        boolean fits = rate == 44_100f || rate == 48_000f;
        return new AudioFormat(
                fits ? rate : OTHER_RATES_BECOME, 8 * BYTES_PER_SAMPLE, found.getChannels(), true, false);
    }

    int sampleRate() {
        return sampleRate;
    }

    /**
     * Reads the next samples.
     *
     * @param samples is filled with them from index 0
     * @return how many there were: as many as fit, fewer at the end of the sound, then 0
     * @throws BadInput if there is no sound at all, less than the file says, or the file cannot be read any more
     */
    int read(short[] samples) throws BadInput {
        int frameLength = BYTES_PER_SAMPLE * channels;
        if (bytes.length != samples.length * frameLength) {
            bytes = new byte[samples.length * frameLength];
        }
        try {
            int frames = in.readNBytes(bytes, 0, bytes.length) / frameLength;
            ShortBuffer interleaved =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            for (int i = 0; i < frames; i++) {
                samples[i] = mixed(interleaved, channels);
            }
            samplesRead += frames;
            if (samplesRead == 0) {
                throw new BadInput(file + ": there is no sound in this file. Record it again.");
            }
            if (frames < samples.length && secondsRead() < secondsAnnounced - MISSING_SECONDS) {
                throw new BadInput(String.format(
                        Locale.ROOT,
                        "%s: the recording ends after %.1f of %.1f s. Copy the file again.",
                        file,
                        secondsRead(),
                        secondsAnnounced));
            }
            return frames;
        } catch (IOException unreadable) {
            throw unreadable(file);
        }
    }

    /** How much was read up to now, in seconds. */
    double secondsRead() {
        return (double) samplesRead / sampleRate;
    }

    private static short mixed(ShortBuffer interleaved, int channels) {
        int sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += interleaved.get();
        }
        return (short) Math.round((float) sum / channels);
    }

    @Override
    public void close() {
        close(in);
    }

    private static void close(AudioInputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException alreadyRead) {
            // All that was wanted of the file has been read by now.
        }
    }

    private static BadInput unreadable(Path file) {
        return new BadInput(file + ": the file cannot be read to its end. Copy or save it again.");
    }
}
