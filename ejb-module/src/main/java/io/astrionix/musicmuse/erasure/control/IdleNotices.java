package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.IdleAccounts;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Doors;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;

/** Each hour: who has not signed in for so long that the account will end is told so (A2). */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class IdleNotices {

    /** Of retention.yml. */
    static final String RULE = "account-idle-24m";

    private IdleAccounts accounts;
    private DataMap map;
    private Clock clock;

    public IdleNotices() {} // required by the EJB proxy

    @Inject
    public IdleNotices(IdleAccounts accounts, DataMap map, Clock clock) {
        this.accounts = accounts;
        this.map = map;
        this.clock = clock;
    }

    @Schedule(hour = "*", minute = "40", persistent = false)
    public void send() {
        if (!Doors.areShut()) {
            var now = clock.instant();
            var idleSince =
                    now.atZone(ZoneOffset.UTC).minus(map.rule(RULE).amount()).toInstant();
            accounts.notify(idleSince, now);
        }
    }
}
