package io.astrionix.musicmuse.analysis.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {

    private final Reliability reliability = new Reliability();

    @Test
    void who_is_right_as_often_as_was_said_is_not_off() {
        reliability.add(0.5, true);
        reliability.add(0.5, false);
        reliability.add(1, true);

        assertThat(reliability.off()).isZero();
        assertThat(reliability.unsure()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(reliability.sureAndRight()).isEqualTo(1);
    }

    @Test
    void who_is_sure_and_wrong_is_off() {
        reliability.add(0.8, false);
        reliability.add(0.1, true);

        assertThat(reliability.off()).isCloseTo((0.8 + 0.9) / 2, within(1e-9));
        assertThat(reliability.sureAndRight()).isZero();
        assertThat(reliability.table())
                .contains("| 0.00 to less than 0.20 | 50.0 % | 0.10 | 100.0 % |")
                .contains("| 0.70 to less than 0.90 | 50.0 % | 0.80 | 0.0 % |")
                .contains("| 0.97 and more | none | - | - |");
    }
}
