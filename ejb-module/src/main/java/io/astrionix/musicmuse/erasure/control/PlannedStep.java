package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.MappedRecord;
import java.util.List;
import java.util.Optional;

/**
 * One step of an erasure: what becomes of the rows of one table.
 *
 * @param table with its schema
 * @param column the column that leads to the account: the table's own, or that of the table whose part it is
 * @param mapped the record of the map that the table belongs to
 * @param partOf of a collection's table: the table it is part of; empty for all others
 * @param kept ids of the rules by which rows stay; none where they go
 */
record PlannedStep(
        String table, Erase verb, String column, MappedRecord mapped, Optional<Part> partOf, List<String> kept) {

    /**
     * How the rows of a collection lead to the row they belong to.
     *
     * @param table whose part they are, with its schema
     * @param reference the column that leads there
     */
    record Part(String table, String reference) {}

    static PlannedStep of(String table, Erase verb, String column, MappedRecord mapped) {
        return new PlannedStep(table, verb, column, mapped, Optional.empty(), List.of());
    }

    /** What makes the step one of its own: a plan has no two that are the same. */
    String name() {
        return verb + " " + table + " " + column;
    }
}
