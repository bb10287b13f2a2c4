package io.astrionix.musicmuse.erasure.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.astrionix.musicmuse.erasure.control.LedgerEntry.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's file, as dying servers and meddling hands leave it. */
class LedgerFileTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00.5Z");

    @TempDir
    private Path folder;

    private Path path;
    private LedgerFile file;

    @BeforeEach
    void begin() {
        path = folder.resolve("other volume").resolve("ledger");
        file = ledger("secret");
    }

    private LedgerFile ledger(String secret) {
        return new LedgerFile(path, (key, text) -> Integer.toHexString((secret + key + text).hashCode()));
    }

    @Test
    void lines_are_numbered_and_read_as_they_were_written() {
        assertThat(file.read()).isEmpty();
        append(0, What.BEGIN);
        append(0, What.END);
        assertThat(ledger("secret").read()).extracting(LedgerEntry::seq).containsExactly(1L, 2L);
        assertThat(file.read().get(0).at()).isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
        assertThat(file.read().get(1).what()).isEqualTo(What.END);
    }

    @Test
    void a_lost_file_goes_on_behind_what_the_database_knows() {
        assertThat(append(41, What.BEGIN).seq()).isEqualTo(42);
        assertThat(append(7, What.END).seq()).isEqualTo(43);
    }

    @Test
    void a_line_that_a_dying_server_left_half_written_counts_as_none() throws IOException {
        append(0, What.BEGIN);
        Files.writeString(path, "2 BEGIN 0000", StandardOpenOption.APPEND);
        assertThat(file.read()).hasSize(1);
        append(0, What.END);
        assertThat(file.read()).hasSize(2);
        assertThat(Files.readAllLines(path)).hasSize(2);
    }

    @Test
    void a_line_that_was_changed_taken_out_or_put_in_shows() throws IOException {
        for (int i = 0; i < 4; i++) {
            append(0, What.BEGIN);
        }
        var lines = Files.readAllLines(path);

        var changed = new ArrayList<>(lines);
        changed.set(2, lines.get(2).replace(" 5 ", " 4 "));
        assertFound(changed);
        var missing = new ArrayList<>(lines);
        missing.remove(1);
        assertFound(missing);
        var added = new ArrayList<>(lines);
        added.add(2, lines.get(1));
        assertFound(added);
        assertFound(List.of(lines.get(0), "nonsense"));
        Files.write(path, lines);
        assertThatIllegalStateException()
                .as("without the key")
                .isThrownBy(ledger("guess")::read)
                .withMessageContaining("line 2");
    }

    @Test
    void lines_whose_time_is_over_may_be_gone_from_the_beginning() throws IOException {
        for (int i = 0; i < 3; i++) {
            append(0, What.BEGIN);
        }
        Files.write(path, Files.readAllLines(path).subList(1, 3));
        assertThat(file.read()).extracting(LedgerEntry::seq).containsExactly(2L, 3L);
    }

    @Test
    void old_lines_go_but_for_the_last_and_the_next_one_follows_it() {
        assertThat(file.forget(NOW)).isZero();
        for (int i = 0; i < 3; i++) {
            append(0, What.BEGIN);
        }
        assertThat(file.forget(NOW.minusSeconds(1))).isZero();
        assertThat(file.forget(NOW.plusSeconds(1))).isEqualTo(2);
        append(0, What.END);

        assertThat(ledger("secret").read()).extracting(LedgerEntry::seq).containsExactly(3L, 4L);
        assertThat(folder.resolve("other volume")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void of_a_node_whose_clock_was_behind_no_line_goes_from_the_middle() {
        file.append(0, What.BEGIN, UUID.randomUUID(), "1.hash", "map", 5, NOW, "1");
        file.append(0, What.BEGIN, UUID.randomUUID(), "1.hash", "map", 5, NOW.minusSeconds(60), "1");
        append(0, What.END);

        assertThat(file.forget(NOW.minusSeconds(30))).isZero();
        assertThat(file.read()).hasSize(3);
    }

    private void assertFound(List<String> lines) throws IOException {
        Files.write(path, lines);
        assertThatIllegalStateException().isThrownBy(file::read);
    }

    private LedgerEntry append(long atLeast, What what) {
        return file.append(atLeast, what, UUID.randomUUID(), "1.hash", "map", 5, NOW, "1");
    }
}
