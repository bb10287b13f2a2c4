package io.astrionix.musicmuse.limits.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets, four times an hour, who has asked for something and is no longer limited by it. */
@Singleton
@PermitAll
public class PastAllowances {

    @Inject
    private AllowanceRepository allowances;

    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void forget() {
        allowances.forgetPast();
    }
}
