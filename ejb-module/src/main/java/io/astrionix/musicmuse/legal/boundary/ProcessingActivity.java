package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An entry of the record of processing activities (GDPR article 30), made from the data map. What one activity of the map
 * does on two legal bases is two entries, so that each names exactly one (R27).
 *
 * @param activity as the data map calls it
 * @param retention ids of rules
 */
public record ProcessingActivity(
        String activity,
        LegalBasis basis,
        Set<Purpose> purposes,
        Set<Category> categories,
        Set<Recipient> recipients,
        Set<String> retention) {

    private record Key(String activity, LegalBasis basis) {}

    /** All that there are, by name and basis. */
    public static List<ProcessingActivity> of(DataMap map) {
        Map<Key, ProcessingActivity> entries =
                new TreeMap<>(Comparator.comparing(Key::activity).thenComparing(Key::basis));
        map.records().forEach(mapped -> mapped.personal().ifPresent(about -> mapped.attributes()
                .forEach(attribute -> attribute.personal().ifPresent(personal -> entries.computeIfAbsent(
                                new Key(about.activity(), personal.basis()), ProcessingActivity::none)
                        .add(personal)))));
        return List.copyOf(entries.values());
    }

    private static ProcessingActivity none(Key key) {
        return new ProcessingActivity(
                key.activity(),
                key.basis(),
                EnumSet.noneOf(Purpose.class),
                EnumSet.noneOf(Category.class),
                EnumSet.noneOf(Recipient.class),
                new LinkedHashSet<>());
    }

    private void add(Personal personal) {
        purposes.addAll(personal.purposes());
        categories.add(personal.category());
        recipients.addAll(personal.recipients());
        retention.addAll(personal.retention());
    }
}
