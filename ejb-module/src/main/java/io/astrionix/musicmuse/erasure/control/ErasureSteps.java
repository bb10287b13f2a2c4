package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.AccountEnding;
import io.astrionix.musicmuse.audit.boundary.AuditRetention;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.retention.boundary.HeldRows;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Does one step, and writes down what it did in the same transaction: what is written down is done, what is not will be
 * done again, which does no harm.
 */
@Dependent
@Transactional
public class ErasureSteps {

    private static final String HELD_ACCOUNT = "select count(*) from musicmuse.account r where r.id = ? and not (%s)";

    private ErasureDatabase database;
    private DataMap map;
    private ErasedIds ids;
    private AccountEnding accounts;
    private AuditRetention audit;
    private Clock clock;
    private Set<TableReference> references;

    public ErasureSteps() {} // required by the proxy

    @Inject
    public ErasureSteps(
            ErasureDatabase database,
            DataMap map,
            ErasedIds ids,
            AccountEnding accounts,
            AuditRetention audit,
            Clock clock) {
        this.database = database;
        this.map = map;
        this.ids = ids;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The plan of this version of the application and of this database. */
    public List<PlannedStep> plan() {
        return ErasurePlan.of(map, references());
    }

    /** How many rows there are to erase now. */
    public long rows(AccountId account, List<PlannedStep> plan) {
        var sql = sql();
        return plan.stream()
                .filter(step -> step.verb() == Erase.DELETE)
                .mapToLong(step -> database.number(sql.count(step), account.value()))
                .sum();
    }

    /** Does nothing if another node has done it meanwhile. */
    public void run(Erasure erasure, StepRecord frozen, PlannedStep step) {
        database.rows(row -> "", HeldRows.LOCK);
        boolean open = database.row(
                        row -> row.getBoolean(1),
                        "select done_at is null or held from musicmuse.erasure_step"
                                + " where erasure_id = ? and step = ? for update",
                        erasure.id(),
                        frozen.number())
                .orElse(false);
        if (open) {
            var done = execute(erasure.account().orElseThrow(), step);
            database.update(
                    "update musicmuse.erasure_step set touched = coalesce(touched, 0) + ?, kept = ?, held = ?, done_at = ?"
                            + " where erasure_id = ? and step = ?",
                    done.touched(),
                    done.kept(),
                    done.held(),
                    ErasureRecords.column(clock.instant()),
                    erasure.id(),
                    frozen.number());
        }
    }

    /** The table is no longer there: an older version planned the step. */
    public void skip(Erasure erasure, StepRecord frozen) {
        database.update(
                "update musicmuse.erasure_step set touched = 0, kept = 0, held = false, done_at = ?"
                        + " where erasure_id = ? and step = ? and done_at is null",
                ErasureRecords.column(clock.instant()),
                erasure.id(),
                frozen.number());
    }

    private record Done(long touched, long kept, boolean held) {}

    private Done execute(AccountId account, PlannedStep step) {
        if (step.table().equals(ErasurePlan.AUDIT)) {
            return forget(account);
        }
        return switch (step.verb()) {
            case DELETE -> delete(account, step);
            case RETAIN -> new Done(0, count(account, step), false);
            default -> change(account, step);
        };
    }

    private Done forget(AccountId account) {
        long gone = audit.forget(account, accounts.addresses(account));
        boolean held = audit.knows(account);
        return new Done(gone, held ? 1 : 0, held);
    }

    private Done delete(AccountId account, PlannedStep step) {
        long gone = database.update(sql().delete(step), account.value());
        long left = count(account, step);
        if (left > 0 && step.table().equals(ErasurePlan.ACCOUNT) && !isHeld(account, step)) {
            accounts.strip(account);
        }
        return new Done(gone, left, left > 0);
    }

    private Done change(AccountId account, PlannedStep step) {
        var statement = sql().change(step);
        long changed = ErasureSql.becomesPseudonym(step)
                ? database.update(statement, ids.pseudonym(account), account.value())
                : database.update(statement, account.value());
        long held = ErasureSql.becomesPseudonym(step) ? count(account, step) : 0;
        return new Done(changed, changed + held, held > 0);
    }

    private long count(AccountId account, PlannedStep step) {
        return step.column().isEmpty() ? 0 : database.number(sql().count(step), account.value());
    }

    private boolean isHeld(AccountId account, PlannedStep step) {
        var condition = HeldRows.notHeld(ErasurePlan.ACCOUNT, "id", step.mapped());
        return database.number(HELD_ACCOUNT.formatted(condition), account.value()) > 0;
    }

    private ErasureSql sql() {
        return new ErasureSql(map, references());
    }

    private Set<TableReference> references() {
        if (references == null) {
            references = database.references();
        }
        return references;
    }
}
