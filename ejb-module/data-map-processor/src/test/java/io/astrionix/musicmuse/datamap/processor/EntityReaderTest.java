package io.astrionix.musicmuse.datamap.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.astrionix.musicmuse.datamap.MappedAttribute;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Attributes and columns, as Jakarta Persistence names them. */
class EntityReaderTest {

    @Test
    void columns_have_their_own_names_or_those_of_their_fields() {
        assertThat(columns("""
                @Entity @Table(name = "person") class Person {
                  @Id long id;
                  @Column(name = "display_name") String name;
                  @Transient String greeting;
                  transient int seen;
                  static int count;
                }
                """))
                .containsOnly(
                        entry("id", List.of("musicmuse.person.id")),
                        entry("name", List.of("musicmuse.person.display_name")));
    }

    @Test
    void an_element_collection_brings_key_order_and_value() {
        assertThat(columns("""
                @Entity class Person {
                  @ElementCollection
                  @CollectionTable(name = "nickname", joinColumns = @JoinColumn(name = "person"))
                  @OrderColumn(name = "place")
                  @Column(name = "nick") List<String> names;
                }
                """))
                .containsOnly(entry(
                        "names",
                        List.of("musicmuse.nickname.person", "musicmuse.nickname.place", "musicmuse.nickname.nick")));
    }

    @Test
    void embeddables_are_flattened_also_in_collections_and_under_other_names() {
        assertThat(columns("""
                @Embeddable class Address { String city; @Column(name = "post_code") String code; }
                @Entity class Person {
                  @AttributeOverride(name = "city", column = @Column(name = "home_city")) Address home;
                  @ElementCollection @CollectionTable(name = "trip", joinColumns = @JoinColumn(name = "person"))
                  List<Address> trips;
                }
                """))
                .containsOnly(
                        entry("home", List.of()),
                        entry("home.city", List.of("musicmuse.person.home_city")),
                        entry("home.code", List.of("musicmuse.person.post_code")),
                        entry("trips", List.of("musicmuse.trip.person")),
                        entry("trips.city", List.of("musicmuse.trip.city")),
                        entry("trips.code", List.of("musicmuse.trip.post_code")));
    }

    @Test
    void inherited_attributes_are_in_the_table_of_their_strategy() {
        assertThat(columns("""
                @MappedSuperclass class Base { @Id long id; }
                @Entity @Inheritance(strategy = InheritanceType.JOINED) class Person extends Base { String name; }
                @Entity class Teacher extends Person { String subject; }
                """))
                .containsOnly(
                        entry("id", List.of("musicmuse.person.id")),
                        entry("name", List.of("musicmuse.person.name")),
                        entry("subject", List.of("musicmuse.teacher.subject")));
    }

    @Test
    void references_are_columns_on_the_side_that_has_them() {
        assertThat(columns("""
                @Entity class Note { @Id long id; @ManyToOne @JoinColumn(name = "owner") Person person;
                  @OneToMany(mappedBy = "note") List<Person> readers; }
                @Entity class Person { @ManyToOne Note note; }
                """))
                .containsOnly(
                        entry("id", List.of("musicmuse.note.id")),
                        entry("person", List.of("musicmuse.note.owner")),
                        entry("readers", List.of()),
                        entry("note", List.of("musicmuse.person.note_id")));
    }

    private static Map<String, List<String>> columns(String classes) {
        return Compilation.records(classes).stream()
                .flatMap(mapped -> mapped.attributes().stream())
                .collect(Collectors.toMap(MappedAttribute::path, MappedAttribute::columns, (first, same) -> first));
    }
}
