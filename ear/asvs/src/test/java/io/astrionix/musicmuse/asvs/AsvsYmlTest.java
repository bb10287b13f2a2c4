package io.astrionix.musicmuse.asvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/asvs.yml says what the tests say; {@code -Dasvs=write} writes it anew. */
class AsvsYmlTest {

    private static final Path CHECKOUT =
            Path.of(System.getProperty("musicmuse.checkout")).toAbsolutePath().normalize();
    private static final Path FILE = CHECKOUT.resolve("docs/asvs.yml");
    private static final int TESTS_AT_LEAST = 150;

    @Test
    void the_list_is_what_the_tests_say() throws IOException {
        var tests = TaggedTests.below(CHECKOUT);
        var list = new AsvsList(AsvsFile.read(FILE), tests);
        System.out.println(list.summary());
        if ("write".equals(System.getProperty("musicmuse.asvs"))) {
            Files.writeString(FILE, AsvsFile.written(list.renewed()));
        }
        assertThat(tests.all()).hasSizeGreaterThan(TESTS_AT_LEAST);
        assertThat(new AsvsList(AsvsFile.read(FILE), tests).complaints()).isEmpty();
        assertThat(AsvsFile.text(FILE))
                .as("stale: ./mvnw -Dasvs=write -pl ear/asvs verify")
                .isEqualTo(AsvsFile.written(list.renewed()));
    }

    /** Chosen from version 5.0.0 by level and id: every one of levels 1 and 2 that applies, 17 of level 3. */
    @Test
    void nothing_has_been_dropped_from_the_claim() {
        var requirements = AsvsFile.read(FILE);
        assertThat(requirements).extracting(Requirement::id).doesNotHaveDuplicates();
        assertThat(requirements.stream().collect(Collectors.groupingBy(Requirement::level, Collectors.counting())))
                .containsEntry(1, 52L)
                .containsEntry(2, 92L)
                .containsEntry(3, 17L);
    }
}
