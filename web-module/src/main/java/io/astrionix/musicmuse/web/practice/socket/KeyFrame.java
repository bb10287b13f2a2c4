package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a keyboard sent in some milliseconds, mostly nothing.
 *
 * @param length by how many samples the take goes on
 * @param messages in the order in which they came; none is of a later time
 */
record KeyFrame(long sequence, long firstSample, int length, List<KeyMessage> messages) implements TakeFrame {

    static final int MESSAGE_BYTES = 8;

    /** More than all keys pressed and let go at once. */
    static final int MAX_MESSAGES = 256;

    /** A message can have been under way for so many samples: a second. */
    static final int LONGEST_UNDER_WAY = 48_000;

    private static final int LENGTH_BYTES = 4;
    private static final int LEAST_BYTES = HEADER_BYTES + LENGTH_BYTES;

    /**
     * Reads the layout of docs/practice-protocol.md.
     *
     * @throws ProtocolViolation OUT_OF_SEQUENCE if there is half a message, too many, none of a keyboard, or one of
     *     another time
     */
    static KeyFrame read(ByteBuffer message) throws ProtocolViolation {
        int messageBytes = message.remaining() - LEAST_BYTES;
        if (messageBytes < 0 || messageBytes % MESSAGE_BYTES != 0 || messageBytes > MAX_MESSAGES * MESSAGE_BYTES) {
            throw outOfSequence();
        }
        var bytes = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long sequence = Integer.toUnsignedLong(bytes.getInt());
        long firstSample = bytes.getLong();
        int length = bytes.getInt();
        if (length < 1 || length > MAX_SAMPLES || firstSample < 0) {
            throw outOfSequence();
        }
        List<KeyMessage> messages = new ArrayList<>();
        while (bytes.hasRemaining()) {
            messages.add(message(bytes, firstSample, length));
        }
        return new KeyFrame(sequence, firstSample, length, messages);
    }

    private static KeyMessage message(ByteBuffer bytes, long firstSample, int length) throws ProtocolViolation {
        int offset = bytes.getInt();
        int status = Byte.toUnsignedInt(bytes.get());
        int data1 = Byte.toUnsignedInt(bytes.get());
        int data2 = Byte.toUnsignedInt(bytes.get());
        if (offset < -LONGEST_UNDER_WAY || offset >= length || bytes.get() != 0) {
            throw outOfSequence();
        }
        try {
            return new KeyMessage(firstSample + offset, status, data1, data2);
        } catch (IllegalArgumentException none) {
            throw outOfSequence();
        }
    }

    /** How many keys were pressed. */
    int presses() {
        return (int) messages.stream().filter(KeyMessage::presses).count();
    }

    private static ProtocolViolation outOfSequence() {
        return new ProtocolViolation(PracticeClose.OUT_OF_SEQUENCE);
    }
}
