package io.astrionix.musicmuse.web.practice.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Some milliseconds of sound. */
final class AudioFrame implements TakeFrame {

    private final long sequence;
    private final long firstSample;
    private final short[] samples;

    private AudioFrame(long sequence, long firstSample, short[] samples) {
        this.sequence = sequence;
        this.firstSample = firstSample;
        this.samples = samples;
    }

    /**
     * Reads the layout of docs/practice-protocol.md.
     *
     * @throws ProtocolViolation OUT_OF_SEQUENCE if there is half a header, half a sample, none or too many
     */
    static AudioFrame read(ByteBuffer message) throws ProtocolViolation {
        int soundBytes = message.remaining() - HEADER_BYTES;
        if (soundBytes <= 0 || soundBytes % Short.BYTES != 0 || soundBytes > MAX_SAMPLES * Short.BYTES) {
            throw new ProtocolViolation(PracticeClose.OUT_OF_SEQUENCE);
        }
        // On a view: the container uses its buffer again, and would read its own numbers in our order.
        var bytes = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long sequence = Integer.toUnsignedLong(bytes.getInt());
        long firstSample = bytes.getLong();
        var samples = new short[soundBytes / Short.BYTES];
        bytes.asShortBuffer().get(samples);
        return new AudioFrame(sequence, firstSample, samples);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public long firstSample() {
        return firstSample;
    }

    @Override
    public int length() {
        return samples.length;
    }

    /** Mono PCM, 16 bit; not a copy. */
    short[] samples() {
        return samples;
    }
}
