package io.astrionix.musicmuse.datamap.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a class with stored attributes has to say, and what happens if it does not. */
@Tag("R20")
@Tag("R19")
class DeclarationCheckTest {

    private static final String PERSONAL = "@PersonalData(category = Category.ACCOUNT, purpose = Purpose.SERVICE,"
            + " source = Source.SELF, export = Export.ACCESS, why = \"greeting\")";
    private static final String RECORD = "@PersonalRecord(subject = \"id\", activity = \"a\", retention = \"r\")";

    @Test
    void a_complete_entity_passes() {
        assertThat(problems(
                        RECORD + "@Cacheable(false)", PERSONAL + " long id; @NotPersonal(\"counter\") long version;"))
                .isEmpty();
    }

    @Test
    void an_attribute_says_one_of_both() {
        assertThat(problems(RECORD + "@Cacheable(false)", PERSONAL + " long id; String bio;"))
                .containsExactly("Data map: Person.bio is stored: say @PersonalData or @NotPersonal");
        assertThat(problems(RECORD + "@Cacheable(false)", PERSONAL + " @NotPersonal(\"or not\") long id;"))
                .containsExactly("Data map: Person.id is personal or it is not: one of @PersonalData and @NotPersonal");
        assertThat(problems("@Cacheable(false)", "@NotPersonal(\" \") long id;"))
                .containsExactly("Data map: Person.id says no reason why it is not personal");
    }

    @Test
    void personal_data_needs_a_record_and_no_cache() {
        assertThat(problems("@Cacheable(false)", PERSONAL + " long id;"))
                .singleElement()
                .asString()
                .contains("@PersonalRecord");
        assertThat(problems(RECORD, PERSONAL + " long id;"))
                .singleElement()
                .asString()
                .contains("@Cacheable(false)");
        assertThat(problems(RECORD + "@Cacheable", PERSONAL + " long id;"))
                .singleElement()
                .asString()
                .contains("@Cacheable(false)");
    }

    @Test
    void purpose_and_reason_are_not_left_empty() {
        assertThat(problems(
                        RECORD + "@Cacheable(false)",
                        PERSONAL.replace("purpose = Purpose.SERVICE", "purpose = {}")
                                        .replace("greeting", " ") + " long id;"))
                .containsExactly(
                        "Data map: Person.id has no purpose (R20)", "Data map: Person.id does not say why it is kept");
    }

    @Test
    void the_subject_is_an_attribute_that_leads_to_somebody() {
        var subject = "@PersonalRecord(subject = \"%s\", activity = \"a\", retention = \"r\") @Cacheable(false)";
        var fields = PERSONAL + " long id; @NotPersonal(\"counter\") long version; " + PERSONAL
                + " @ManyToOne Person other;";
        assertThat(problems(subject.formatted("other.id"), fields)).isEmpty();
        assertThat(problems(subject.formatted("nobody"), fields))
                .singleElement()
                .asString()
                .contains("\"nobody\"");
        assertThat(problems(subject.formatted("version"), fields))
                .singleElement()
                .asString()
                .contains("\"version\"");
        assertThat(problems(subject.formatted("other.version"), fields))
                .singleElement()
                .asString()
                .contains("other.version");
    }

    @Test
    void an_embeddable_leaves_the_subject_to_its_owner() {
        assertThat(Compilation.problems(
                        "@Embeddable @PersonalRecord(activity = \"a\", retention = \"r\") class Place { " + PERSONAL
                                + " String city; }"))
                .isEmpty();
        assertThat(Compilation.problems("@Embeddable " + RECORD + " class Place { " + PERSONAL + " String id; }"))
                .singleElement()
                .asString()
                .contains("an embeddable leaves that to its owner");
    }

    @Test
    void inherited_attributes_count() {
        var base = "@MappedSuperclass class Base { " + PERSONAL + " @Id long id; }";
        assertThat(Compilation.problems(base + "@Entity class Person extends Base { }"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("@PersonalRecord"))
                .anyMatch(problem -> problem.contains("@Cacheable(false)"));
    }

    @Test
    void getters_are_not_mapped() {
        assertThat(Compilation.problems("@Entity @Cacheable(false) class Person { @Id long getId() { return 1; } }"))
                .singleElement()
                .asString()
                .contains("map fields, not getters");
    }

    private static List<String> problems(String annotations, String fields) {
        return Compilation.problems("@Entity " + annotations + " class Person { " + fields + " }");
    }
}
