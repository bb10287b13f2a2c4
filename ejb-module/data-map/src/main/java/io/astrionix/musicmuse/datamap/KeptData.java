package io.astrionix.musicmuse.datamap;

import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of one category under the same rules: a row of the page "What we keep and how long".
 *
 * @param attributes keys of {@link Words#what}, each once
 * @param recipients all who get any of it
 */
public record KeptData(
        Category category,
        List<String> attributes,
        Set<Purpose> purposes,
        LegalBasis basis,
        List<String> retention,
        Set<Recipient> recipients,
        Erase erase) {

    private record Rules(Category category, LegalBasis basis, List<String> retention, Erase erase) {}

    /** All that is kept about people, sorted by category. */
    public static List<KeptData> of(DataMap map) {
        Map<Rules, KeptData> rows = new LinkedHashMap<>();
        for (var mapped : map.records()) {
            for (var attribute : mapped.attributes()) {
                attribute.personal().ifPresent(personal -> rows.computeIfAbsent(rules(personal), KeptData::none)
                        .add(mapped.key() + "." + attribute.path(), personal));
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparing(KeptData::category))
                .toList();
    }

    private static Rules rules(Personal personal) {
        return new Rules(personal.category(), personal.basis(), personal.retention(), personal.erase());
    }

    private static KeptData none(Rules rules) {
        return new KeptData(
                rules.category(),
                new ArrayList<>(),
                EnumSet.noneOf(Purpose.class),
                rules.basis(),
                rules.retention(),
                EnumSet.noneOf(Recipient.class),
                rules.erase());
    }

    private void add(String attribute, Personal personal) {
        attributes.add(attribute);
        purposes.addAll(personal.purposes());
        recipients.addAll(personal.recipients());
    }
}
