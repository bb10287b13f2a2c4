package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.AccountRestriction;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.retention.boundary.RestrictionHolds;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Begins and ends restrictions, with all that follows (R47, A9). Each call is a transaction, or part of the caller's. */
@Dependent
@Transactional
public class RestrictionKeeper {

    /** Between the mail and the end (Art. 18(3)). */
    static final Duration NOTICE = Duration.ofDays(3);

    private AccountRestriction accounts;
    private RestrictionHolds holds;
    private AuditLog audit;
    private Clock clock;

    public RestrictionKeeper() {} // required by CDI beside the constructor below

    @Inject
    public RestrictionKeeper(AccountRestriction accounts, RestrictionHolds holds, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is due of the person waits from now on. Harmless when repeated. */
    public void restrict(AccountId person) {
        if (accounts.restrict(person, clock.instant())) {
            holds.place(person, person);
            audit.record(
                    AuditEvent.done(AuditAction.RESTRICTION_PLACED).by(person).on("account", person));
        }
    }

    public void announceEnd(AccountId person) {
        if (accounts.announceEnd(person, clock.instant().plus(NOTICE))) {
            audit.record(AuditEvent.done(AuditAction.RESTRICTION_END_ASKED)
                    .by(person)
                    .on("account", person));
        }
    }

    /** Ends what has been announced for long enough. */
    public void liftDue() {
        for (var person : accounts.lift(clock.instant())) {
            holds.release(person, person);
            audit.record(AuditEvent.done(AuditAction.RESTRICTION_LIFTED).on("account", person));
        }
    }
}
