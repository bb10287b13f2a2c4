package io.astrionix.musicmuse.erasure.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a processor that did not erase is left alone. */
class ProcessorPauseTest {

    @ParameterizedTest
    @CsvSource({"0, PT1M", "1, PT2M", "5, PT32M", "10, PT17H4M", "11, P1D", "1000, P1D"})
    void it_doubles_and_is_a_day_at_most(int tries, Duration pause) {
        assertThat(ProcessorLegs.pause(tries)).isEqualTo(pause);
    }
}
