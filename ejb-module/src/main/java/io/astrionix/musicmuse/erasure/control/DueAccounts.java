package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.erasure.control.Erasure.Kind;
import io.astrionix.musicmuse.erasure.control.Erasure.State;
import io.astrionix.musicmuse.retention.boundary.AccountsEnd;
import io.astrionix.musicmuse.retention.boundary.HeldRows;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Erasure of accounts that a rule of retention.yml ends: pending ones (R62), unverified ones, idle ones (A2). */
@Dependent
public class DueAccounts implements AccountsEnd {

    private Erasures erasures;
    private ErasureDatabase database;
    private ErasedIds ids;
    private DataMap map;
    private AuditLog audit;
    private Clock clock;

    public DueAccounts() {} // required by CDI beside the constructor below

    @Inject
    public DueAccounts(
            Erasures erasures, ErasureDatabase database, ErasedIds ids, DataMap map, AuditLog audit, Clock clock) {
        this.erasures = erasures;
        this.database = database;
        this.ids = ids;
        this.map = map;
        this.audit = audit;
        this.clock = clock;
    }

    /** Part of the caller's transaction: the ledger gets the line of the end when that is committed. */
    @Override
    public List<UUID> end(RetentionRule rule, List<UUID> accounts) {
        var gone = new ArrayList<UUID>();
        for (var account : accounts) {
            if (isStillDue(rule, account)) {
                var erasure = erasures.erase(new AccountId(account), ids.next(), Kind.RULE);
                if (erasure.state() != State.KEPT) {
                    gone.add(account);
                    audit.record(AuditEvent.done(AuditAction.ACCOUNT_ERASED)
                            .on("erasure", erasure.id())
                            .with("rule", rule.id()));
                }
            }
        }
        return List.copyOf(gone);
    }

    /**
     * Somebody may have verified, consented or signed in since it was looked up; from here on nobody can. What a person
     * holds does not even begin to go: it may not be due any more when it is let go.
     */
    private boolean isStillDue(RetentionRule rule, UUID account) {
        var due = rule.clocks().stream()
                .filter(clockColumn -> clockColumn.startsWith(ErasurePlan.ACCOUNT + "."))
                .map(column -> "r." + column.substring(ErasurePlan.ACCOUNT.length() + 1) + " <= ?")
                .collect(Collectors.joining(" or "));
        if (due.isEmpty()) {
            return false;
        }
        var parameters = new ArrayList<Object>();
        parameters.add(account);
        due.chars().filter(c -> c == '?').forEach(c -> parameters.add(ErasureRecords.column(latest(rule))));
        var only = rule.only().map(condition -> " and (" + condition + ")").orElse("");
        return database.row(
                        row -> row.getString(1),
                        "select r.id from musicmuse.account r where r.id = ? and (" + due + ")" + only + " and "
                                + notHeld() + " for update",
                        parameters.toArray())
                .isPresent();
    }

    private String notHeld() {
        var account = map.records().stream()
                .filter(mapped -> mapped.attributes().stream()
                        .anyMatch(attribute -> attribute.columns().contains(ErasurePlan.ACCOUNT + ".id")))
                .findFirst()
                .orElseThrow();
        return HeldRows.notHeld(ErasurePlan.ACCOUNT, "id", account);
    }

    private Instant latest(RetentionRule rule) {
        var now = clock.instant();
        return rule.lasts() == RetentionRule.Lasts.UNTIL
                ? now
                : now.atZone(ZoneOffset.UTC).minus(rule.amount()).toInstant();
    }
}
