package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendLimitTest {

    private static final long SECOND = 1_000_000_000L;

    private final SendLimit limit = new SendLimit(0);

    @Test
    void sound_in_real_time_is_always_allowed() {
        for (int second = 0; second < 3_600; second++) {
            assertThat(limit.allowsSamples(48_000, second * SECOND)).isTrue();
        }
    }

    @Test
    void a_page_may_catch_up_at_five_times_real_time() {
        for (int second = 0; second < 600; second++) {
            assertThat(limit.allowsSamples(5 * 48_000, second * SECOND)).isTrue();
        }
    }

    @Test
    void a_hundred_times_real_time_is_refused_within_a_tenth_of_a_second() {
        assertThat(limit.allowsSamples(100 * 4_800, SECOND / 10)).isFalse();
    }

    @Test
    void sixty_texts_a_minute_are_allowed_and_one_more_is_not() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.allowsText(0)).isTrue();
        }
        assertThat(limit.allowsText(0)).isFalse();
        assertThat(limit.allowsText(60 * SECOND)).isTrue();
    }
}
