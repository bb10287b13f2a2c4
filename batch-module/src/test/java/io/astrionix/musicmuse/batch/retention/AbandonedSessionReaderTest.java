package io.astrionix.musicmuse.batch.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.practice.boundary.AbandonedSessions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbandonedSessionReaderTest {

    private static final List<UUID> ABANDONED =
            IntStream.rangeClosed(1, 5).mapToObj(i -> new UUID(0, i)).toList();

    private final AbandonedSessionReader reader =
            new AbandonedSessionReader(new FiveSessions(), "2026-11-22T00:00:00Z");

    @Test
    void it_reads_every_session_once_and_then_ends() {
        reader.open(null);

        ABANDONED.forEach(session -> assertThat(reader.readItem()).isEqualTo(session));
        assertThat(reader.readItem()).isNull();
    }

    @Test
    void after_a_failed_chunk_it_reads_again_from_the_last_checkpoint() {
        reader.open(null);
        reader.readItem();
        reader.readItem();
        var checkpoint = reader.checkpointInfo();
        reader.readItem();
        reader.readItem();

        reader.open(checkpoint);

        assertThat(reader.readItem()).isEqualTo(ABANDONED.get(2));
    }

    @Test
    void after_a_failed_first_chunk_it_begins_anew() {
        reader.open(null);
        reader.readItem();
        reader.readItem();

        reader.open(null);

        assertThat(reader.readItem()).isEqualTo(ABANDONED.get(0));
    }

    private static final class FiveSessions extends AbandonedSessions {
        @Override
        public List<UUID> begunBefore(Instant cutoff, UUID last, int limit) {
            return ABANDONED.stream()
                    .filter(session -> session.compareTo(last) > 0)
                    .limit(limit)
                    .toList();
        }
    }
}
