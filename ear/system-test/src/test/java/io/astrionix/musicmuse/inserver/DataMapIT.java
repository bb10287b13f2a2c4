package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.inserver.inside.ApplicationPersistence;
import jakarta.inject.Inject;
import jakarta.persistence.Cacheable;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The data map and Jakarta Persistence, as it runs, know the same entities and attributes. */
@Tag("R20")
@Tag("R19")
@Tag("ASVS-14.1.1")
class DataMapIT extends Deployed {

    private static final int ENTITIES_AT_LEAST = 12;
    private static final int ATTRIBUTES_AT_LEAST = 100;

    @Inject
    private ApplicationPersistence persistence;

    @Inject
    private DataMap map;

    @Test
    void every_attribute_of_the_metamodel_is_in_the_map_and_the_other_way_round() {
        var stored = new ArrayList<String>();
        var entities = persistence.factory().getMetamodel().getEntities();
        entities.forEach(entity -> addAttributes(entity.getJavaType().getSimpleName(), entity, stored));
        assertThat(entities).hasSizeGreaterThanOrEqualTo(ENTITIES_AT_LEAST);
        assertThat(stored).hasSizeGreaterThanOrEqualTo(ATTRIBUTES_AT_LEAST);
        assertThat(mapped()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void every_attribute_is_either_personal_with_all_it_takes_or_says_why_not() {
        assertThat(map.attributes()).allSatisfy(attribute -> {
            assertThat(attribute.personal().isPresent())
                    .isNotEqualTo(attribute.reason().isPresent());
            attribute.reason().ifPresent(reason -> assertThat(reason).isNotBlank());
            attribute.personal().ifPresent(personal -> {
                assertThat(personal.purposes()).isNotEmpty();
                assertThat(personal.recipients()).isNotEmpty();
                assertThat(personal.retention()).isNotEmpty().allSatisfy(map::rule);
                assertThat(personal.why()).isNotBlank();
            });
        });
    }

    @Test
    @Tag("ASVS-14.1.2")
    @Tag("ASVS-14.2.4")
    void nothing_personal_is_cached() {
        var cached = persistence.factory().getMetamodel().getEntities().stream()
                .map(Type::getJavaType)
                .filter(type -> personal(type.getSimpleName()))
                .filter(type -> !type.isAnnotationPresent(Cacheable.class)
                        || type.getAnnotation(Cacheable.class).value());
        assertThat(cached).isEmpty();
    }

    private boolean personal(String entity) {
        return map.records().stream()
                .filter(mapped -> mapped.name().equals(entity))
                .flatMap(mapped -> mapped.attributes().stream())
                .anyMatch(attribute -> attribute.personal().isPresent());
    }

    private List<String> mapped() {
        return map.records().stream()
                .filter(MappedRecord::entity)
                .flatMap(mapped -> mapped.attributes().stream().map(each -> mapped.name() + "." + each.path()))
                .toList();
    }

    private static void addAttributes(String way, ManagedType<?> type, List<String> stored) {
        for (Attribute<?, ?> attribute : type.getAttributes()) {
            var path = way + "." + attribute.getName();
            stored.add(path);
            if (held(attribute) instanceof EmbeddableType<?> embedded) {
                addAttributes(path, embedded, stored);
            }
        }
    }

    private static Type<?> held(Attribute<?, ?> attribute) {
        return attribute instanceof PluralAttribute<?, ?, ?> many
                ? many.getElementType()
                : ((SingularAttribute<?, ?>) attribute).getType();
    }
}
