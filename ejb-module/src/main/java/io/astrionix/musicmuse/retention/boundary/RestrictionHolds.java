package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.retention.control.HoldRepository;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What is due of a person whose data is restricted waits (A9): a hold that goes when the restriction is lifted. */
@Dependent
@Transactional
public class RestrictionHolds {

    private final HoldRepository holds;

    @Inject
    public RestrictionHolds(HoldRepository holds) {
        this.holds = holds;
    }

    /** Does nothing if the person's data is restricted already. */
    public void place(AccountId person, AccountId by) {
        holds.restrict(person, by);
    }

    /** The person is to be erased: a restriction keeps nobody from that (A9), and nothing of it is left. */
    public void forget(AccountId person) {
        holds.forgetRestrictions(person);
    }

    /** Does nothing if it is not. */
    public void release(AccountId person, AccountId by) {
        holds.liftRestriction(person, by);
    }
}
