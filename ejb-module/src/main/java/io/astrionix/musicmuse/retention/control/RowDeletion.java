package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.AccountsEnd;
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
     * @return the keys of those that went
     */
    List<String> delete(RetentionTarget target, Instant asOf, List<String> keys) {
        var gone = deleteTogether(target, asOf, keys);
        quarantine.forget(target, gone);
        return gone;
    }

    private List<String> deleteTogether(RetentionTarget target, Instant asOf, List<String> keys) {
        sql.list(HeldRows.LOCK, row -> row);
        sql.update(SAVEPOINT);
        try {
            var gone = deleteAll(target, asOf, keys);
            sql.update(FORGET);
            return gone;
        } catch (FailedStatementException failed) {
            if (!failed.isTheRows()) {
                throw failed;
            }
            sql.update(UNDO);
            return deleteOneByOne(target, asOf, keys);
        }
    }

    private List<String> deleteOneByOne(RetentionTarget target, Instant asOf, List<String> keys) {
        var gone = new ArrayList<String>();
        for (var key : keys) {
            try {
                gone.addAll(deleteAll(target, asOf, List.of(key)));
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

    private List<String> deleteAll(RetentionTarget target, Instant asOf, List<String> keys) {
        var moments = target.moments(asOf);
        var condition = " where r." + target.key() + " = any(?::text[]::" + keyTypes.of(target) + "[]) and "
                + target.due() + " and " + target.notHeld();
        Object[] values = {keys.toArray(String[]::new), moments.get(0), moments.get(1)};
        if (target.endsAccounts()) {
            var due = sql.list(
                    "select r." + target.key() + " from " + target.table() + " r" + condition + " for update",
                    row -> row.getObject(1, UUID.class),
                    values);
            return accounts.get().end(target.rule(), due).stream()
                    .map(UUID::toString)
                    .toList();
        }
        return sql.list(
                "delete from " + target.table() + " r" + condition + " returning r." + target.key() + "::text",
                row -> row.getString(1),
                values);
    }
}
