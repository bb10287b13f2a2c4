package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.shared.Clocks;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Doors;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Goes on each minute with what waited: rows that were held and are let go, processors that had not answered, ends that
 * are not in the ledger yet, restrictions whose end was announced. Each node has one; the database sees to it that each step is done once.
 */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each step is a transaction of its own
public class ErasureWork {

    private static final Logger LOG = System.getLogger(ErasureWork.class.getName());

    private ErasureRecords records;
    private Erasures erasures;
    private RestrictionKeeper restrictions;
    private Clocks clocks;

    public ErasureWork() {} // required by the EJB proxy

    @Inject
    public ErasureWork(ErasureRecords records, Erasures erasures, RestrictionKeeper restrictions, Clocks clocks) {
        this.records = records;
        this.erasures = erasures;
        this.restrictions = restrictions;
        this.clocks = clocks;
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void goOn() {
        if (Doors.areShut() || clocks.areApart()) {
            return;
        }
        records.waiting().forEach(erasure -> attempt(erasure, erasures::goOn));
        records.unsealed().forEach(erasure -> attempt(erasure, erasures::seal));
        restrictions.liftDue(); // last: if it fails, nothing waits for it
    }

    private static void attempt(Erasure erasure, Consumer<Erasure> work) {
        try {
            work.accept(erasure);
        } catch (RuntimeException trouble) { // the others do not wait for this one, and the next minute tries again
            LOG.log(Level.ERROR, "Erasure {0} could not go on: {1}", erasure.id(), trouble.toString());
        }
    }
}
