package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.ConsentKeeper;
import io.astrionix.musicmuse.accounts.control.Guardianships;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Ends consents that were given for other purposes than data now has. Needs the caller's transaction. */
@Dependent
public class ConsentRenewal {

    private Guardianships guardianships;
    private ConsentKeeper keeper;

    public ConsentRenewal() {} // required by the proxy

    @Inject
    public ConsentRenewal(Guardianships guardianships, ConsentKeeper keeper) {
        this.guardianships = guardianships;
        this.keeper = keeper;
    }

    /**
     * Ends what a guardian allowed beside the account itself; it holds again when the guardian allows it anew.
     *
     * @return whether there was something to end, and the guardian has to be asked
     */
    public boolean lapse(AccountId minor) {
        var guardianship = guardianships.ofMinor(minor).filter(held -> held.isInForce() && held.aiDisclosure());
        guardianship.ifPresent(keeper::lapse);
        return guardianship.isPresent();
    }
}
