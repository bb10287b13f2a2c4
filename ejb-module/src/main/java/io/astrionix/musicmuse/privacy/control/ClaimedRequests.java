package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.privacy.boundary.RequestChannel;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** Takes requests beside the answer: which therefore takes as long whether there is an account or not. */
@Stateless
@PermitAll
public class ClaimedRequests {

    private AccountHolder accounts;
    private RequestIntake intake;
    private RequestLimits limits;

    public ClaimedRequests() {} // required by the EJB proxy

    @Inject
    public ClaimedRequests(AccountHolder accounts, RequestIntake intake, RequestLimits limits) {
        this.accounts = accounts;
        this.intake = intake;
        this.limits = limits;
    }

    /**
     * Asks the account of this address; does nothing where there is none, or strangers had it asked too often of late. What
     * support types in is never dropped.
     */
    @Asynchronous
    public void take(String email, RequestKind kind, RequestChannel channel, Instant receivedAt) {
        accounts.findByEmail(email)
                .filter(holder ->
                        channel == RequestChannel.DESK || limits.tryTake(Limit.MAIL, "data request of " + holder.id()))
                .ifPresent(holder -> intake.claimed(holder, kind, channel, receivedAt));
    }
}
