package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFrameTest {

    private static final long FIRST = 96_000;
    private static final int LENGTH = 960;

    @Test
    void header_length_and_messages_are_little_endian() throws ProtocolViolation {
        var frame = KeyFrame.read(frame(message(12, 0x90, 60, 80), message(-480, 0x8F, 127, 0)));

        assertThat(frame.sequence()).isEqualTo(4_294_967_294L);
        assertThat(frame.firstSample()).isEqualTo(FIRST);
        assertThat(frame.length()).isEqualTo(LENGTH);
        assertThat(frame.messages())
                .containsExactly(new KeyMessage(FIRST + 12, 0x90, 60, 80), new KeyMessage(FIRST - 480, 0x8F, 127, 0));
        assertThat(frame.presses()).isEqualTo(1);
    }

    @Test
    void mostly_there_is_nothing_in_it() throws ProtocolViolation {
        assertThat(KeyFrame.read(frame()).messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 15, 17, 23, 16 + 8 * KeyFrame.MAX_MESSAGES + 8})
    void half_a_message_and_too_many_are_refused(int bytes) {
        assertRefused(ByteBuffer.allocate(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 144, 60, 128", "0, 160, 60, 80", "0, 12, 60, 80", "960, 144, 60, 80", "-48001, 144, 60, 80"})
    void what_no_keyboard_sends_and_what_is_of_another_time_is_refused(int offset, int status, int data1, int data2) {
        assertRefused(frame(message(offset, status, data1, data2)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 960", "96000, 0", "96000, -1", "96000, 4801"})
    void a_moment_that_is_none_is_refused(long first, int length) {
        var message = frame();
        message.order(ByteOrder.LITTLE_ENDIAN).putLong(4, first).putInt(12, length);
        assertRefused(message);
    }

    @Test
    void a_message_before_the_take_is_refused() {
        var message = frame(message(-1, 0x90, 60, 80));
        message.order(ByteOrder.LITTLE_ENDIAN).putLong(4, 0);
        assertRefused(message);
    }

    @Test
    void any_bytes_are_a_frame_or_refused() {
        var random = new Random(20261128);
        int frames = 0;
        for (int i = 0; i < 200_000; i++) {
            var bytes = new byte[16 + 8 * random.nextInt(4)];
            random.nextBytes(bytes);
            var message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            message.putLong(4, random.nextInt(100_000)).putInt(12, random.nextInt(5_000));
            for (int at = 16; at < bytes.length; at += 8) {
                message.putInt(at, random.nextInt(4_000) - 2_000).put(at + 7, (byte) 0);
                message.put(at + 4, (byte) (0x80 | random.nextInt(64)));
            }
            try {
                KeyFrame.read(message);
                frames++;
            } catch (ProtocolViolation refused) {
                assertThat(refused.close()).isEqualTo(PracticeClose.OUT_OF_SEQUENCE);
            }
        }
        assertThat(frames).isGreaterThan(10_000);
    }

    private static ByteBuffer frame(byte[]... messages) {
        var frame = ByteBuffer.allocate(16 + messages.length * KeyFrame.MESSAGE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(-2)
                .putLong(FIRST)
                .putInt(LENGTH);
        for (byte[] message : messages) {
            frame.put(message);
        }
        return frame.flip();
    }

    private static byte[] message(int offset, int status, int data1, int data2) {
        return ByteBuffer.allocate(KeyFrame.MESSAGE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(offset)
                .put((byte) status)
                .put((byte) data1)
                .put((byte) data2)
                .array();
    }

    private static void assertRefused(ByteBuffer message) {
        assertThatThrownBy(() -> KeyFrame.read(message))
                .isInstanceOfSatisfying(ProtocolViolation.class, violation -> assertThat(violation.close())
                        .isEqualTo(PracticeClose.OUT_OF_SEQUENCE));
    }
}
