package io.astrionix.musicmuse.system.practice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** What a keyboard sends, in the binary messages of docs/practice-protocol.md, 20 ms each. */
final class KeyFrames {

    static final int HEADER_BYTES = 16;
    static final int MESSAGE_BYTES = 8;

    private static final int NOTE_ON = 0x90;
    private static final int VELOCITY = 80;

    /** @param atSample index of the take's sample */
    record Message(long atSample, int status, int data1, int data2) {}

    private KeyFrames() {}

    /** The frames of a whole performance, whose keys are let go as running status has it: with velocity 0. */
    static List<ByteBuffer> of(Performance performance) {
        var messages = new ArrayList<Message>();
        for (var note : performance.notes()) {
            long pressed = sample(note.onsetSeconds());
            messages.add(new Message(pressed, NOTE_ON, note.midi(), VELOCITY));
            messages.add(new Message(pressed + sample(note.durationSeconds()), NOTE_ON, note.midi(), 0));
        }
        var frames = new ArrayList<ByteBuffer>();
        for (long first = 0; first < length(performance); first += Frames.SAMPLES) {
            long from = first;
            frames.add(of(
                    frames.size(),
                    first,
                    messages.stream()
                            .filter(m -> m.atSample() >= from && m.atSample() < from + Frames.SAMPLES)
                            .toList()));
        }
        return frames;
    }

    /** How many samples all frames of a performance have. */
    static int length(Performance performance) {
        int frames = (int) Math.ceil(performance.lengthSeconds() * Takes.SAMPLE_RATE / Frames.SAMPLES);
        return frames * Frames.SAMPLES;
    }

    /** A frame with the messages given, right or wrong. */
    static ByteBuffer of(int sequence, long firstSample, List<Message> messages) {
        var frame = ByteBuffer.allocate(HEADER_BYTES + messages.size() * MESSAGE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(sequence)
                .putLong(firstSample)
                .putInt(Frames.SAMPLES);
        for (var message : messages) {
            frame.putInt((int) (message.atSample() - firstSample))
                    .put((byte) message.status())
                    .put((byte) message.data1())
                    .put((byte) message.data2())
                    .put((byte) 0);
        }
        // The JDK's WebSocket masks eight bytes at a time and would turn those of a little-endian buffer around.
        return frame.rewind().order(ByteOrder.BIG_ENDIAN);
    }

    private static long sample(double seconds) {
        return Math.round(seconds * Takes.SAMPLE_RATE);
    }
}
