package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyLimitTest {

    private static final int SAMPLE_RATE = 48_000;
    private static final int LENGTH = 4_800;
    private static final KeyMessage PRESS = new KeyMessage(0, 0x90, 60, 80);
    private static final KeyMessage RELEASE = new KeyMessage(0, 0x80, 60, 0);

    @Test
    @Tag("ASVS-2.4.1")
    void keys_beyond_ten_times_the_music_and_500_are_not_noted_but_let_go() throws ProtocolViolation {
        var limit = new KeyLimit(SAMPLE_RATE, 20);
        int noted = 0;
        for (int i = 0; i < 200; i++) { // five keys in each tenth of a second
            noted += (int) limit.noted(frame(PRESS, PRESS, PRESS, PRESS, PRESS)).stream()
                    .filter(KeyMessage::presses)
                    .count();
        }

        assertThat(noted).isEqualTo(700);
        assertThat(limit.noted(frame(PRESS, RELEASE))).containsExactly(RELEASE);
    }

    @Test
    void letting_go_counts_for_nothing() throws ProtocolViolation {
        var limit = new KeyLimit(SAMPLE_RATE, 0);
        for (int i = 0; i < 1_000; i++) {
            limit.noted(frame(RELEASE));
        }

        assertThat(limit.noted(frame(PRESS))).containsExactly(PRESS);
    }

    @Test
    void more_keys_at_once_than_anybody_can_press_are_refused() throws ProtocolViolation {
        var limit = new KeyLimit(SAMPLE_RATE, 100);
        limit.noted(frame(Collections.nCopies(256, PRESS)));

        assertThatThrownBy(() -> limit.noted(frame(Collections.nCopies(256, PRESS))))
                .isInstanceOfSatisfying(ProtocolViolation.class, refused -> assertThat(refused.close())
                        .isEqualTo(PracticeClose.TOO_FAST));
    }

    private static KeyFrame frame(KeyMessage... messages) {
        return frame(List.of(messages));
    }

    private static KeyFrame frame(List<KeyMessage> messages) {
        return new KeyFrame(0, 0, LENGTH, messages);
    }
}
