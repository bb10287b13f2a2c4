package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnswerPaceTest {

    /** What a hash usually takes before the first one was measured, in ms. */
    private static final long USUAL = 250;

    private final AnswerPace pace = new AnswerPace();

    @Test
    void a_refusal_takes_longer_than_a_hash() {
        long began = System.nanoTime();

        assertThat(pace.await(began)).isTrue();
        assertThat(millisSince(began)).isGreaterThan(USUAL);
    }

    @Test
    void keeping_has_time_of_its_own_however_long_the_hash_took() {
        long hashed = System.nanoTime();

        assertThat(pace.awaitKeeping(hashed)).isTrue();
        assertThat(millisSince(hashed)).isGreaterThanOrEqualTo(USUAL / 2);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
