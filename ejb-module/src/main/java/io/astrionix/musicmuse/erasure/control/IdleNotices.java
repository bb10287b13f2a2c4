package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.IdleAccounts;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.shared.Clocks;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Doors;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** Each hour: who has not signed in for so long that the account will end is told so (A2). */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each page is a transaction of its own
public class IdleNotices {

    /** Of retention.yml. */
    static final String RULE = "account-idle-24m";

    /** In one transaction. */
    private static final int PAGE = 500;

    private IdleAccounts accounts;
    private DataMap map;
    private Clock clock;
    private Clocks clocks;

    public IdleNotices() {} // required by the EJB proxy

    @Inject
    public IdleNotices(IdleAccounts accounts, DataMap map, Clock clock, Clocks clocks) {
        this.accounts = accounts;
        this.map = map;
        this.clock = clock;
        this.clocks = clocks;
    }

    @Schedule(hour = "*", minute = "40", persistent = false)
    public void send() {
        if (!Doors.areShut() && !clocks.areApart()) {
            var now = clock.instant();
            var idleSince =
                    now.atZone(ZoneOffset.UTC).minus(map.rule(RULE).amount()).toInstant();
            var page = accounts.notify(idleSince, now, Optional.empty(), PAGE);
            while (page.isPresent()) {
                page = accounts.notify(idleSince, now, page, PAGE);
            }
        }
    }
}
