package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFrameTest {

    @Test
    void header_and_samples_are_little_endian() throws ProtocolViolation {
        var message = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(-2)
                .putLong(960)
                .putShort((short) -32_768)
                .putShort((short) 32_767)
                .flip();

        var frame = AudioFrame.read(message);

        assertThat(frame.sequence()).isEqualTo(4_294_967_294L);
        assertThat(frame.firstSample()).isEqualTo(960);
        assertThat(frame.samples()).containsExactly((short) -32_768, (short) 32_767);
    }

    /** Undertow takes its buffers from a pool: a close code read from one in our order was -6141 instead of 1000. */
    @Test
    void the_containers_buffer_keeps_its_order() throws ProtocolViolation {
        var message = ByteBuffer.allocate(14);

        AudioFrame.read(message);

        assertThat(message.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 15, TakeFrame.MAX_BYTES + 2})
    void half_a_frame_an_empty_one_and_too_large_a_one_are_refused(int bytes) {
        assertThatThrownBy(() -> AudioFrame.read(ByteBuffer.allocate(bytes)))
                .isInstanceOfSatisfying(ProtocolViolation.class, violation -> assertThat(violation.close())
                        .isEqualTo(PracticeClose.OUT_OF_SEQUENCE));
    }
}
