package io.astrionix.musicmuse.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R2")
class UnknownFieldsTest {

    private static final Set<String> FIELDS = Set.of("name", "month");

    @Test
    void a_forms_own_fields_and_those_of_the_framework_are_known() {
        var posted = List.of("form", "form:name", "form:month_input", "form:month_focus", "jakarta.faces.ViewState");
        assertThat(UnknownFields.in(posted, "form", FIELDS)).isEmpty();
    }

    @Test
    void all_others_are_named() {
        var posted = List.of("form:name", "form:role", "role", "name", "form:name:x", "other:name");
        assertThat(UnknownFields.in(posted, "form", FIELDS))
                .containsExactly("form:name:x", "form:role", "name", "other:name", "role");
    }

    @Test
    @Tag("ASVS-16.4.1")
    void a_name_cannot_forge_a_line_or_fill_the_log() {
        var forged = UnknownFields.in(List.of("a\nERROR [fake]", "b".repeat(10_000)), "form", FIELDS);
        assertThat(forged).containsExactly("a?ERROR??fake?", "b".repeat(40));

        var many = IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();
        assertThat(UnknownFields.in(many, "form", FIELDS)).hasSize(10);
    }
}
