package io.astrionix.musicmuse.retention.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionCommandTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "purge", "status now", "report", "report 12", "report a b"})
    void what_it_does_not_understand_is_answered_with_the_usage(String arguments) {
        assertThat(run(arguments, Map.of("MUSICMUSE_DB_URL", "jdbc:none:x"))).isEqualTo(RetentionCommand.NO_ANSWER);
        assertThat(text()).startsWith("Usage: ").contains("MUSICMUSE_DB_PASSWORD");
    }

    @Test
    void without_the_address_of_a_database_too() {
        assertThat(run("status", Map.of())).isEqualTo(RetentionCommand.NO_ANSWER);
        assertThat(text()).startsWith("Usage: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "dry outbox-30d", "status", "report 00000000-0000-0000-0000-000000000000"})
    void a_database_that_does_not_answer_is_no_success(String arguments) {
        assertThat(run(arguments, Map.of("MUSICMUSE_DB_URL", "jdbc:none:x"))).isEqualTo(RetentionCommand.NO_ANSWER);
        assertThat(text()).startsWith("The database does not answer");
    }

    private int run(String arguments, Map<String, String> environment) {
        var words = Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return RetentionCommand.run(
                List.copyOf(words), environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
