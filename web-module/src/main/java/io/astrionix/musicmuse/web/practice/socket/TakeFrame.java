package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.practice.boundary.TakeInput;
import java.nio.ByteBuffer;

/** A binary message: the next moment of a take. */
sealed interface TakeFrame permits AudioFrame, KeyFrame {

    int HEADER_BYTES = 12;

    /** The longest moment, in samples. */
    int MAX_SAMPLES = 4_800;

    int MAX_BYTES = HEADER_BYTES + MAX_SAMPLES * Short.BYTES;

    /**
     * Reads the layouts of docs/practice-protocol.md.
     *
     * @throws ProtocolViolation OUT_OF_SEQUENCE if it has none of them
     */
    static TakeFrame read(TakeInput input, ByteBuffer message) throws ProtocolViolation {
        return input == TakeInput.MIDI ? KeyFrame.read(message) : AudioFrame.read(message);
    }

    /** Number of the frame in its take, from 0. */
    long sequence();

    /** Index of the first sample in the take. */
    long firstSample();

    /** By how many samples the take goes on. */
    int length();
}
