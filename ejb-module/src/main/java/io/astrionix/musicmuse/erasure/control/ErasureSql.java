package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.RetentionRule.Lasts;
import io.astrionix.musicmuse.retention.boundary.HeldRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements of a step. Rows are called {@code r}; the account's id is the first parameter of each condition. What
 * somebody holds is passed over by the statement itself (A10).
 */
final class ErasureSql {

    static final String ERASED = "erased";

    private final DataMap map;
    private final Set<TableReference> references;

    ErasureSql(DataMap map, Set<TableReference> references) {
        this.map = map;
        this.references = references;
    }

    /** Parameters: the account. */
    String delete(PlannedStep step) {
        return step.partOf()
                .map(part -> "delete from " + step.table() + " p using " + part.table() + " r where p."
                        + part.reference() + " = r." + key(step, part.table()) + " and r." + step.column() + " = ? and "
                        + notHeld(step, part.table()))
                .orElseGet(() -> "delete from " + step.table() + " r where r." + step.column() + " = ? and "
                        + notHeld(step, step.table()) + notNeeded(step));
    }

    /** How many rows there are. Parameters: the account. */
    String count(PlannedStep step) {
        return step.partOf()
                .map(part -> "select count(*) from " + step.table() + " p join " + part.table() + " r on p."
                        + part.reference() + " = r." + key(step, part.table()) + " where r." + step.column() + " = ?")
                .orElseGet(() -> "select count(*) from " + step.table() + " r where r." + step.column() + " = ?");
    }

    /**
     * Of rows that stay: what led to somebody leads to nobody, and a clock that waited for the account's end runs.
     * Parameters: the pseudonym, as a text, where the step's column becomes one; the account.
     */
    String change(PlannedStep step) {
        var sets = new LinkedHashSet<String>();
        boolean ownRow = HeldRows.subjectColumn(step.table(), step.mapped())
                .filter(step.column()::equals)
                .isPresent();
        for (var attribute : step.mapped().attributes()) {
            for (var column : columnsIn(step.table(), attribute)) {
                set(step, ownRow, verb(attribute), column.substring(step.table().length() + 1))
                        .ifPresent(sets::add);
            }
        }
        if (ownRow && endsWithTheAccount(step)) {
            clocks(step).forEach(clock -> sets.add(clock + " = coalesce(" + clock + ", now())"));
        }
        return "update " + step.table() + " r set " + String.join(", ", sets) + " where r." + step.column()
                + " = ? and " + notHeld(step, step.table());
    }

    /** Whether {@link #change} has a pseudonym to set. */
    static boolean becomesPseudonym(PlannedStep step) {
        return step.mapped().attributes().stream()
                .anyMatch(attribute -> verb(attribute) == Erase.PSEUDONYM
                        && attribute.columns().contains(step.table() + "." + step.column()));
    }

    private static Optional<String> set(PlannedStep step, boolean ownRow, Erase verb, String column) {
        if (verb == Erase.PSEUDONYM && column.equals(step.column())) {
            return Optional.of(column + " = cast(? as uuid)");
        }
        if (!ownRow) {
            return Optional.empty();
        }
        return switch (verb) {
            case NULL, DELETE -> Optional.of(column + " = null");
            case REPLACE -> Optional.of(column + " = '" + ERASED + "'");
            default -> Optional.empty();
        };
    }

    private static List<String> columnsIn(String table, MappedAttribute attribute) {
        return attribute.columns().stream()
                .filter(column -> column.startsWith(table + "."))
                .toList();
    }

    /** Whether the account's end is what the clocks of the record wait for. */
    private boolean endsWithTheAccount(PlannedStep step) {
        return step.mapped().personal().orElseThrow().retention().stream()
                .anyMatch(id -> map.rule(id).lasts() == Lasts.ACCOUNT);
    }

    private List<String> clocks(PlannedStep step) {
        return step.kept().stream()
                .flatMap(id -> map.rule(id).clocks().stream())
                .filter(clock -> clock.startsWith(step.table() + "."))
                .map(clock -> clock.substring(step.table().length() + 1))
                .toList();
    }

    /** A row that others need stays as long as they do: the database would take them with it, held or not. */
    private String notNeeded(PlannedStep step) {
        return references.stream()
                .filter(reference -> reference.parent().equals(step.table())
                        && !reference.child().equals(step.table()))
                .map(reference -> " and not exists (select from " + reference.child() + " c where c."
                        + reference.column() + " = r." + key(step, step.table()) + ")")
                .sorted()
                .collect(Collectors.joining());
    }

    private static String notHeld(PlannedStep step, String table) {
        return HeldRows.notHeld(table, key(step, table), step.mapped());
    }

    /** The column that names a row: {@code id}, or the account's where there is one row for each. */
    private static String key(PlannedStep step, String table) {
        boolean hasId = step.mapped().attributes().stream()
                .anyMatch(attribute -> attribute.columns().contains(table + ".id"));
        return hasId ? "id" : step.column();
    }

    private static Erase verb(MappedAttribute attribute) {
        return attribute.personal().map(MappedAttribute.Personal::erase).orElse(Erase.RETAIN);
    }
}
