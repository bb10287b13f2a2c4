package io.astrionix.musicmuse.retention.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextRunTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:16:59Z, 2026-11-27T10:17:00Z",
        "2026-11-27T10:17:00Z, 2026-11-27T11:17:00Z",
        "2026-11-27T23:59:00Z, 2026-11-28T00:17:00Z"
    })
    void is_at_the_next_seventeenth_minute(Instant now, Instant next) {
        assertThat(NextRun.after(now)).isEqualTo(next);
    }
}
