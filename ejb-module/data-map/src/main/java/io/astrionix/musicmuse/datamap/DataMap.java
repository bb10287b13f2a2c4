package io.astrionix.musicmuse.datamap;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** What is stored of whom, why, how long and what ends it: the annotations, retention.yml, tables.yml, stores.yml. */
public record DataMap(List<RetentionRule> rules, List<MappedRecord> records, List<Store> stores) {

    /** @throws NoSuchElementException if retention.yml has no such rule */
    public RetentionRule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("retention.yml has no rule " + id));
    }

    public Stream<MappedAttribute> attributes() {
        return records.stream().flatMap(mapped -> mapped.attributes().stream());
    }

    /** Every column, as {@code schema.table.column}; one that two attributes share (a joined id) twice. */
    public Stream<String> columns() {
        return attributes().flatMap(attribute -> attribute.columns().stream());
    }

    /** Places outside the tables that hold something personal under rules of their own. */
    public List<Store> personalStores() {
        return stores.stream()
                .filter(store -> store.personal()
                        && store.retention().stream().noneMatch(id -> rule(id).lasts() == RetentionRule.Lasts.ROWS))
                .toList();
    }
}
