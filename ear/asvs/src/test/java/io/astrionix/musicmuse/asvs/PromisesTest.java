package io.astrionix.musicmuse.asvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/promises.md says what the tests say; {@code -Dasvs=write} writes it anew. */
class PromisesTest {

    private static final Path CHECKOUT =
            Path.of(System.getProperty("musicmuse.checkout")).toAbsolutePath().normalize();
    private static final Path LIST = CHECKOUT.resolve("docs/promises.yml");
    private static final Path PAGE = CHECKOUT.resolve("docs/promises.md");
    private static final int PROMISES = 82;

    @Test
    void every_promise_has_a_test_or_waits_for_a_feature() throws IOException {
        var promises = new Promises(Promises.read(LIST), TaggedTests.below(CHECKOUT));
        System.out.println(promises.summary());
        assertThat(promises.complaints()).isEmpty();
        if ("write".equals(System.getProperty("musicmuse.asvs"))) {
            Files.writeString(PAGE, promises.page(TestResults.below(CHECKOUT)));
        }
        assertThat(withoutResults(Files.readString(PAGE)))
                .as("stale: ./mvnw -Dasvs=write -pl ear/asvs verify")
                .isEqualTo(withoutResults(promises.page(TestResults.below(CHECKOUT))));
    }

    @Test
    @Tag("R72")
    void no_promise_has_been_dropped() {
        assertThat(Promises.read(LIST))
                .extracting(Promise::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, PROMISES)
                        .mapToObj(number -> "R" + number)
                        .toList());
    }

    @Test
    void one_without_a_test_that_waits_for_nothing_is_told() {
        var promises =
                new Promises(List.of(new Promise("R999", "Pigs fly.", Optional.empty())), TaggedTests.below(CHECKOUT));
        assertThat(promises.complaints()).contains("R999 has no test, and waits for nothing");
    }

    /** When it was written is of no matter: all columns but the last. */
    private static List<String> withoutResults(String page) {
        return page.lines().map(line -> line.replaceFirst("\\|[^|]*\\|$", "|")).toList();
    }
}
