package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedRecord;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The condition by which a statement passes over what somebody holds (A10). It belongs inside each DELETE, not before it:
 * a hold placed meanwhile counts. Placing a hold waits for the transactions that took {@link #LOCK}, so that whoever has
 * placed one knows that nothing goes any more.
 */
public final class HeldRows {

    /** To be called in a transaction before it deletes, as many at once as like. */
    public static final String LOCK = "select pg_advisory_xact_lock_shared(hashtext('musicmuse holds'))";

    private HeldRows() {}

    /**
     * @param table of the rows, with its schema
     * @param key the column by which a hold on one record names it
     * @return a condition on rows {@code r}
     */
    public static String notHeld(String table, String key, MappedRecord mapped) {
        var condition =
                new StringBuilder("not exists (select from musicmuse.retention_hold h where h.released_at is null"
                        + " and h.scope = 'RECORD' and h.table_name = '" + table.substring(table.indexOf('.') + 1)
                        + "' and h.record_id = r." + key + "::text)");
        condition
                .append(" and not exists (select from musicmuse.retention_hold h where h.released_at is null")
                .append(" and h.scope = 'CATEGORY' and h.category in (")
                .append(categories(mapped))
                .append("))");
        subjectColumn(table, mapped).ifPresent(column -> condition
                .append(" and not exists (select from musicmuse.retention_hold h where h.released_at is null")
                .append(" and h.scope = 'PERSON' and h.account_id = r.")
                .append(column)
                .append(")"));
        return condition.toString();
    }

    /** The column of the table that leads to the account; empty where it has none of its own. */
    public static Optional<String> subjectColumn(String table, MappedRecord mapped) {
        return mapped.personal().map(MappedRecord.About::subject).flatMap(subject -> mapped.attributes().stream()
                .filter(attribute -> attribute.path().equals(subject))
                .flatMap(attribute -> attribute.columns().stream())
                .filter(column -> column.startsWith(table + ".") && leadsToAnAccount(column))
                .map(column -> column.substring(table.length() + 1))
                .findFirst());
    }

    /** Others lead by a pseudonym or a keyed hash. */
    private static boolean leadsToAnAccount(String column) {
        return column.endsWith("_id") || column.equals("musicmuse.account.id");
    }

    private static String categories(MappedRecord mapped) {
        return mapped.attributes().stream()
                .map(MappedAttribute::personal)
                .flatMap(Optional::stream)
                .map(personal -> personal.category().name())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
    }
}
