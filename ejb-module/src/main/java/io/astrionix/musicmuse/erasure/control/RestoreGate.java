package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.AccountEnding;
import io.astrionix.musicmuse.erasure.control.Erasure.Kind;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Doors;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a restored database shut: one that is behind the ledger knows people again who were erased. Until they are erased
 * again nobody gets a page, no mail goes out, and {@code /health/ready} is down (A16).
 */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // one timer, which begins itself anew
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each step of an erasure is a transaction of its own
public class RestoreGate {

    private static final Logger LOG = System.getLogger(RestoreGate.class.getName());
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int PAGE = 1_000;

    @Resource
    private TimerService timers;

    private ErasureLedger ledger;
    private ErasureRecords records;
    private Erasures erasures;
    private ErasedIds ids;
    private AccountEnding accounts;

    public RestoreGate() {} // required by the EJB proxy

    @Inject
    public RestoreGate(
            ErasureLedger ledger, ErasureRecords records, Erasures erasures, ErasedIds ids, AccountEnding accounts) {
        this.ledger = ledger;
        this.records = records;
        this.erasures = erasures;
        this.ids = ids;
        this.accounts = accounts;
    }

    @PostConstruct
    void start() {
        ledger.open();
        shutIfBehind();
        if (records.mark() > ledger.last()) {
            LOG.log(
                    Level.ERROR,
                    "MUSICMUSE-ALARM The erasure ledger has lost its end: line {0} was there",
                    records.mark());
        }
    }

    /** Shuts the doors of a restored database, and opens them when it is as far as the ledger. */
    public void shutIfBehind() {
        if (isBehind()) {
            LOG.log(
                    Level.WARNING,
                    "The database is older than the erasure ledger: it stays shut until what was erased is erased again");
            Doors.shut();
            timers.createSingleActionTimer(0, new TimerConfig(null, false));
        }
    }

    /** Whether the database was put back to before an erasure. */
    public boolean isBehind() {
        return records.mark() < ledger.last();
    }

    @Timeout
    void replayAndOpen() {
        try {
            int erased = replay();
            Doors.open();
            LOG.log(Level.INFO, "{0} accounts of a restored database were erased again; it is open", erased);
        } catch (RuntimeException failed) { // such as a database that restarts: it stays shut until it works
            LOG.log(Level.ERROR, "MUSICMUSE-ALARM A restored database could not be opened, it stays shut", failed);
            timers.createSingleActionTimer(AGAIN.toMillis(), new TimerConfig(null, false));
        }
    }

    /**
     * Erases again what the ledger says was erased.
     *
     * @return how many accounts
     */
    public int replay() {
        long last = ledger.last();
        var erased = ledger.erased();
        int again = 0;
        var page = accounts.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            for (var account : page) {
                if (isIn(erased, account)) {
                    erasures.erase(account, ids.next(), Kind.REPLAY);
                    again++;
                }
            }
            page = accounts.page(Optional.of(page.get(page.size() - 1)), PAGE);
        }
        records.unsealed().forEach(erasures::seal);
        records.mark(last);
        return again;
    }

    private boolean isIn(Set<String> erased, AccountId account) {
        var hash = ids.hash(account);
        // With another key than today's, the slow way.
        return erased.contains(hash)
                || erased.stream()
                        .filter(other -> !keyOf(other).equals(keyOf(hash)))
                        .anyMatch(other -> ids.matches(other, account));
    }

    private static String keyOf(String hash) {
        return hash.substring(0, hash.indexOf('.'));
    }
}
