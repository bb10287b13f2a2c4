package io.astrionix.musicmuse.asvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsvsListTest {

    @TempDir
    private Path checkout;

    private TaggedTests tests;

    @BeforeEach
    void write_two_tests() throws IOException {
        var source = checkout.resolve("module/src/test/java/DoorTest.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
                package io.astrionix.musicmuse.door;
                @Tag("ASVS-1.1.1")
                class DoorTest {
                    @Test @Tag("ASVS-1.1.2") void opens() {}
                    @ParameterizedTest void shuts(int speed) {}
                    @Tag("ASVS-1.1.2") void is_no_test() {}
                    @ArchTest @ArchTag("ASVS-1.1.3") static final ArchRule rule = null;
                    @Nested class Locked { @Test void stays() {} }
                }
                """);
        tests = TaggedTests.below(checkout);
    }

    @Test
    void tests_are_found_with_the_tags_of_their_classes() {
        assertThat(tests.all())
                .containsExactly(
                        "door.DoorTest#opens",
                        "door.DoorTest#rule",
                        "door.DoorTest#shuts",
                        "door.DoorTest.Locked#stays");
        assertThat(tests.taggedWith("ASVS-1.1.1")).hasSize(4);
        assertThat(tests.taggedWith("ASVS-1.1.2")).containsExactly("door.DoorTest#opens");
        assertThat(tests.taggedWith("ASVS-1.1.3")).containsExactly("door.DoorTest#rule");
    }

    @Test
    void a_good_list_has_no_complaints() {
        assertThat(complaints(
                        requirement("1.1.1", null),
                        requirement("1.1.2", "issue 5: the second half of it"),
                        requirement("1.1.3", null),
                        requirement("9.9.9", "billing: nothing is sold yet anywhere")))
                .isEmpty();
    }

    @Test
    void a_tag_that_no_requirement_has_is_told() {
        assertThat(complaints(requirement("1.1.1", null), requirement("1.1.2", null)))
                .containsExactly("ASVS-1.1.3 is no requirement of the list, but is on [door.DoorTest#rule]");
    }

    @Test
    void a_requirement_without_test_and_reason_is_told() {
        assertThat(complaints(requirement("8.8.8", null))).contains("8.8.8 has neither a test nor a reason to wait");
    }

    @Test
    void a_reason_that_names_no_feature_is_told() {
        assertThat(complaints(requirement("8.8.8", "some day, when there is time")))
                .contains("8.8.8 waits for nothing that is known: some day, when there is time");
    }

    @Test
    void an_issue_that_is_done_is_no_reason() {
        assertThat(complaints(requirement("8.8.8", "issue 3: its feature is still to land")))
                .contains("8.8.8 waits for nothing that is known: issue 3: its feature is still to land");
    }

    @Test
    void a_test_that_has_gone_is_told() {
        var gone = new Requirement("1.1.1", 1, "text", List.of("door.DoorTest#gone"), Optional.empty());
        assertThat(complaints(gone)).contains("1.1.1 names a test that is not there: door.DoorTest#gone");
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        var requirements = List.of(
                new Requirement("1.1.1", 1, "Text: with 'marks', \"quotes\" and #", List.of("a.B#c"), Optional.empty()),
                requirement("1.1.2", "issue 5: because of it"));
        var file = Files.writeString(checkout.resolve("asvs.yml"), AsvsFile.written(requirements));
        assertThat(AsvsFile.read(file)).isEqualTo(requirements);
    }

    private List<String> complaints(Requirement... requirements) {
        return new AsvsList(List.of(requirements), tests).complaints();
    }

    private static Requirement requirement(String id, String waits) {
        return new Requirement(id, 1, "text", List.of(), Optional.ofNullable(waits));
    }
}
