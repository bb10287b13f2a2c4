package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.AccountsEnd;
import io.astrionix.musicmuse.retention.boundary.DueSlice;
import io.astrionix.musicmuse.retention.boundary.HeldRows;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Deletes rows, in the transaction of the chunk. Whatever the reader said, a row goes only if it is due and not held at
 * the moment of the DELETE: that is all that a run's being right depends on.
 */
@Dependent
public class RowDeletion {

    private static final String SAVEPOINT = "savepoint due_rows";
    private static final String UNDO = "rollback to savepoint due_rows";
    private static final String FORGET = "release savepoint due_rows";

    private final Sql sql;
    private final Quarantine quarantine;
    private final KeyTypes keyTypes;
    private final Instance<AccountsEnd> accounts;

    @Inject
    public RowDeletion(Sql sql, Quarantine quarantine, KeyTypes keyTypes, @Any Instance<AccountsEnd> accounts) {
        this.sql = sql;
        this.keyTypes = keyTypes;
        this.quarantine = quarantine;
        this.accounts = accounts;
    }

    /**
     * A row that the database does not let go is put aside, and the others go.
     *
     * @param first where the slice's range begins: before it are the rows of another thread
     * @return the keys of those that went
     */
    List<String> delete(RetentionTarget target, Instant asOf, Instant first, DueSlice slice) {
        sql.list(HeldRows.LOCK, row -> row);
        sql.update(SAVEPOINT);
        try {
            var gone = deleteAll(target, which(target, asOf, first, slice));
            sql.update(FORGET);
            return gone;
        } catch (FailedStatementException failed) {
            if (!failed.isTheRows()) {
                throw failed;
            }
            sql.update(UNDO);
            return deleteOneByOne(target, asOf, first, slice);
        }
    }

    private List<String> deleteOneByOne(RetentionTarget target, Instant asOf, Instant first, DueSlice slice) {
        var which = which(target, asOf, first, slice);
        var keys = sql.list(
                "select r." + target.key() + "::text from " + target.table() + " r" + which.condition(),
                row -> row.getString(1),
                which.values().toArray());
        var gone = new ArrayList<String>();
        for (var key : keys) {
            try {
                gone.addAll(deleteAll(target, which(target, asOf, key)));
                sql.update(FORGET);
            } catch (FailedStatementException failed) {
                if (!failed.isTheRows()) {
                    throw failed;
                }
                sql.update(UNDO);
                quarantine.add(target, key, failed);
            }
            sql.update(SAVEPOINT);
        }
        return gone;
    }

    /** Which rows are to go, and the values of the condition's places. */
    private record Which(String condition, List<Object> values) {}

    private Which which(RetentionTarget target, Instant asOf, Instant first, DueSlice slice) {
        var values = new ArrayList<Object>(target.moments(asOf));
        var bound = "(?, ?::" + keyTypes.of(target) + ")";
        var within = new StringBuilder("r.")
                .append(target.clock())
                .append(" >= ? and ")
                .append(target.order())
                .append(" <= ")
                .append(bound);
        values.add(first);
        values.add(slice.last().clock());
        values.add(slice.last().key());
        slice.after().ifPresent(after -> {
            within.append(" and ").append(target.order()).append(" > ").append(bound);
            values.add(after.clock());
            values.add(after.key());
        });
        return new Which(condition(target) + " and " + within, values);
    }

    private Which which(RetentionTarget target, Instant asOf, String key) {
        var values = new ArrayList<Object>(target.moments(asOf));
        values.add(key);
        return new Which(condition(target) + " and r." + target.key() + " = ?::" + keyTypes.of(target), values);
    }

    private static String condition(RetentionTarget target) {
        return " where " + target.due() + " and " + target.notHeld() + " and " + target.notQuarantined();
    }

    private List<String> deleteAll(RetentionTarget target, Which which) {
        if (target.endsAccounts()) {
            var due = sql.list(
                    "select r." + target.key() + " from " + target.table() + " r" + which.condition() + " for update",
                    row -> row.getObject(1, UUID.class),
                    which.values().toArray());
            return accounts.get().end(target.rule(), due).stream()
                    .map(UUID::toString)
                    .toList();
        }
        return sql.list(
                "delete from " + target.table() + " r" + which.condition() + " returning r." + target.key() + "::text",
                row -> row.getString(1),
                which.values().toArray());
    }
}
