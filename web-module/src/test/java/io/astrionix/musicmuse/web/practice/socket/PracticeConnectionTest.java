package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PracticeConnectionTest {

    private static final TakeLimits LIMITS = new TakeLimits(
            Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(60), Duration.ofSeconds(15), 3);

    private static final String START = """
            {"v": 1, "type": "start", "exercise": "scale-major-one-octave", "instrument": "violin", "key": "C",
             "octave": 0, "tempo": 100, "strictness": "beginner", "sampleRate": 48000, "musicStart": 48000}
            """;

    private static final String RESUME =
            "{\"v\": 1, \"type\": \"resume\", \"session\": \"6f1c1f0e-6d5e-4a51-9f5a-0c6a3c1f7a11\"}";

    private final Logger logger = Logger.getLogger(PracticeConnection.class.getName());
    private final LogKeeper log = new LogKeeper();
    private final SlowPage page = new SlowPage();

    @BeforeEach
    void listen() {
        page.confirmsAtOnce = true;
        logger.addHandler(log);
    }

    @AfterEach
    void forget() {
        logger.removeHandler(log);
    }

    @Test
    void an_error_of_the_machine_is_told_with_the_id_of_the_log_and_closes_with_4500() {
        var failure = new StackOverflowError("deep");
        var connection = connection(new TakeRecorder() {
            @Override
            public boolean mayStart(AccountId account) {
                throw failure;
            }
        });

        connection.text(START);
        connection.pong();

        assertThat(error().getInt("code")).isEqualTo(4500);
        assertThat(page.closedWith).containsExactly(4500);
        assertThat(log.records).singleElement().satisfies(record -> {
            assertThat(record.getThrown()).isSameAs(failure);
            assertThat(record.getMessage()).contains(error().getString("id"));
        });
    }

    @Test
    @Tag("ASVS-2.4.1")
    void a_socket_over_the_limit_of_its_account_is_refused_with_4431_before_its_first_message() {
        var recorder = new Counted(0);
        var connection = connection(recorder);

        connection.opened();
        connection.text(RESUME);
        connection.pong();

        assertThat(error().getInt("code")).isEqualTo(4431);
        assertThat(page.closedWith).containsExactly(4431);
    }

    @Test
    void a_socket_within_the_limit_is_heard() {
        var recorder = new Counted(1);
        var connection = connection(recorder);

        connection.opened();
        connection.text(RESUME);

        assertThat(error().getInt("code")).as("no such take").isEqualTo(4404);
        assertThat(recorder.left).isZero();
    }

    @Test
    void a_socket_refused_at_once_takes_no_turn() {
        var recorder = new Counted(1);
        var connection = connection(recorder);

        connection.refuse(PracticeClose.TOO_MANY_SOCKETS);
        connection.opened();

        assertThat(error().getInt("code")).isEqualTo(4430);
        assertThat(recorder.left).isEqualTo(1);
    }

    private JsonObject error() {
        assertThat(page.received).hasSize(1);
        try (var reader = Json.createReader(new StringReader(page.received.get(0)))) {
            var message = reader.readObject();
            assertThat(message.getString("type")).isEqualTo("error");
            return message;
        }
    }

    /** Works on the caller's thread. */
    private PracticeConnection connection(TakeRecorder recorder) {
        return new PracticeConnection(
                page.socket(),
                new AccountId(UUID.randomUUID()),
                UUID.randomUUID(),
                new OpenTakes(),
                recorder,
                LIMITS,
                Runnable::run);
    }

    /** Lets so many sockets be opened. */
    private static final class Counted extends TakeRecorder {

        private int left;

        Counted(int left) {
            this.left = left;
        }

        @Override
        public boolean mayConnect(AccountId account) {
            return left-- > 0;
        }
    }

    private static final class LogKeeper extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
