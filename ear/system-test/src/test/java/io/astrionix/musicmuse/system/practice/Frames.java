package io.astrionix.musicmuse.system.practice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Cuts a recording into the binary messages of docs/practice-protocol.md. */
final class Frames {

    static final int HEADER_BYTES = 12;

    /** 20 ms at 48 kHz. */
    static final int SAMPLES = 960;

    private Frames() {}

    /** How many frames a recording has; the last may be shorter. */
    static int count(short[] samples) {
        return (samples.length + SAMPLES - 1) / SAMPLES;
    }

    /** Frame number {@code sequence} of a recording. */
    static ByteBuffer of(short[] samples, int sequence) {
        int first = sequence * SAMPLES;
        return of(sequence, first, samples, first, Math.min(SAMPLES, samples.length - first));
    }

    /** A frame with the numbers given, right or wrong. */
    static ByteBuffer of(long sequence, long firstSample, short[] samples, int from, int count) {
        var frame = ByteBuffer.allocate(HEADER_BYTES + count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt((int) sequence).putLong(firstSample);
        frame.asShortBuffer().put(samples, from, count);
        // The JDK's WebSocket masks eight bytes at a time and would turn those of a little-endian buffer around.
        return frame.rewind().order(ByteOrder.BIG_ENDIAN);
    }
}
