package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.shared.Clocks;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;

/** Each night: lines of the ledger go when their time is over, and no backup is left that needs them (A5). */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class LedgerExpiry {

    private ErasureLedger ledger;
    private DataMap map;
    private Clock clock;
    private Clocks clocks;

    public LedgerExpiry() {} // required by the EJB proxy

    @Inject
    public LedgerExpiry(ErasureLedger ledger, DataMap map, Clock clock, Clocks clocks) {
        this.ledger = ledger;
        this.map = map;
        this.clock = clock;
        this.clocks = clocks;
    }

    @Schedule(hour = "4", minute = "10", persistent = false)
    public void expire() {
        if (clocks.areApart()) {
            return;
        }
        ledger.forget(clock.instant()
                .atZone(ZoneOffset.UTC)
                .minus(map.rule("request-24m").amount())
                .minus(map.rule("backup-30d").amount())
                .toInstant());
    }
}
