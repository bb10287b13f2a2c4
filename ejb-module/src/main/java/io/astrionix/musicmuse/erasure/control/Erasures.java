package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.AccountEnding;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.erasure.control.Erasure.Kind;
import io.astrionix.musicmuse.erasure.control.Erasure.State;
import io.astrionix.musicmuse.retention.boundary.RestrictionHolds;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Erases accounts: the ledger's line first, then step by step. Whatever stops it, calling it again does what is left. In no
 * transaction each step is one; in the caller's all of it is part of that.
 */
@Dependent
public class Erasures {

    private ErasureRecords records;
    private ErasureSteps steps;
    private ProcessorLegs legs;
    private ErasureLedger ledger;
    private ErasedIds ids;
    private AccountEnding accounts;
    private RestrictionHolds holds;
    private DataMap map;
    private Clock clock;

    public Erasures() {} // required by CDI beside the constructor below

    @Inject
    public Erasures(
            ErasureRecords records,
            ErasureSteps steps,
            ProcessorLegs legs,
            ErasureLedger ledger,
            ErasedIds ids,
            AccountEnding accounts,
            RestrictionHolds holds,
            DataMap map,
            Clock clock) {
        this.records = records;
        this.steps = steps;
        this.legs = legs;
        this.ledger = ledger;
        this.ids = ids;
        this.accounts = accounts;
        this.holds = holds;
        this.map = map;
        this.clock = clock;
    }

    /**
     * @param id of the request, or a new one
     * @return the erasure as it is now
     */
    public Erasure erase(AccountId account, UUID id, Kind kind) {
        var erasure = beginOrFind(account, id, kind);
        if (!erasure.isDone()) {
            goOn(erasure);
        }
        return records.find(erasure.id()).orElseThrow();
    }

    /** Plans it, and erases nothing yet. */
    Erasure beginOrFind(AccountId account, UUID id, Kind kind) {
        return records.find(id, account).orElseGet(() -> begin(account, id, kind));
    }

    /** Does what is left of one that has begun. */
    public void goOn(Erasure erasure) {
        var account = erasure.account().orElseThrow();
        if (erasure.kind() != Kind.RULE) {
            holds.forget(account);
        }
        legs.prepare(erasure);
        accounts.leaveChildren(account);
        var plan = steps.plan();
        records.freeze(erasure, plan);
        var planned = plan.stream().collect(Collectors.toMap(PlannedStep::name, Function.identity()));
        records.steps(erasure).stream().filter(StepRecord::isOpen).forEach(step -> run(erasure, step, planned));
        accounts.forgetSignIns();
        // A rule's erasure is part of a transaction, in which nobody may be waited for: the next minute asks.
        boolean askedAll = (erasure.kind() != Kind.RULE || erasure.state() == State.AWAITING) && legs.run(erasure);
        close(erasure, askedAll);
    }

    /** Seals in the ledger what is done and committed. */
    public void seal(Erasure erasure) {
        records.sealed(erasure, ledger.end(erasure, rows(erasure)));
    }

    private Erasure begin(AccountId account, UUID id, Kind kind) {
        var plan = steps.plan();
        var erasure = new Erasure(
                id,
                kind,
                Optional.of(account),
                ids.hash(account),
                ErasurePlan.hash(map),
                State.RUNNING,
                clock.instant());
        long line = ledger.begin(erasure, steps.rows(account, plan));
        records.begin(erasure, plan, line);
        return records.find(id, account).orElseThrow();
    }

    private void run(Erasure erasure, StepRecord frozen, Map<String, PlannedStep> planned) {
        var step = planned.get(frozen.name());
        if (step == null) {
            steps.skip(erasure, frozen);
        } else {
            steps.run(erasure, frozen, step);
        }
    }

    private void close(Erasure erasure, boolean askedAll) {
        boolean held = records.steps(erasure).stream().anyMatch(StepRecord::held);
        records.state(erasure, held ? State.KEPT : askedAll ? State.DONE : State.AWAITING, clock.instant());
    }

    private long rows(Erasure erasure) {
        return records.steps(erasure).stream().mapToLong(StepRecord::touched).sum();
    }

    /** Ids of the rules by which something is kept, in the plan's order. */
    public List<String> keptBy(Erasure erasure) {
        return KeptRows.rules(steps.plan(), records.steps(erasure));
    }
}
