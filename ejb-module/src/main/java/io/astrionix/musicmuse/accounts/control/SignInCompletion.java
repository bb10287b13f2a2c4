package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.SignInResult.SignedIn;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The last step of every way to sign in. Needs the caller's transaction.
 *
 * <p>After the password, an account with a second factor gets a ticket ({@link #ticket}); whoever checked the second
 * factor uses it up ({@link #afterSecondFactor}). A passkey that checked its user is both at once ({@link #afterPasskey}).
 */
@Dependent
public class SignInCompletion {

    /** Time to find the phone. */
    private static final Duration TICKET_LIFE = Duration.ofMinutes(5);

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private SignIns signIns;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Devices devices;

    @Inject
    private SignInLanes lanes;

    @Inject
    private AccountNotices notices;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** The password was right: a ticket for the second step. */
    public String ticket(Account account) {
        return tokens.issue(Use.SECOND_FACTOR, account.id(), TICKET_LIFE, Optional.empty());
    }

    /** Whose ticket it is; empty if it is used up or too old. */
    public Optional<AccountId> accountOf(String ticket) {
        return tokens.peek(Use.SECOND_FACTOR, ticket).flatMap(OneTimeToken::account);
    }

    /** The second factor was right: uses the ticket up and signs in. Empty if another request has used it up. */
    public Optional<SignedIn> afterSecondFactor(String ticket) {
        return tokens.redeem(Use.SECOND_FACTOR, ticket)
                .flatMap(OneTimeToken::account)
                .flatMap(accounts::find)
                .filter(Account::maySignIn)
                .map(account -> begin(account, SignInLevel.SECOND_FACTOR));
    }

    /** A passkey that checked its user was right: proof enough of the owner to open lanes that guesses have shut. */
    public SignedIn afterPasskey(Account account) {
        lanes.openAll(account.email());
        return begin(account, SignInLevel.SECOND_FACTOR);
    }

    /** Begins the sign-in of the current request's device, which is known from now on; its owner is told of a new one. */
    public SignedIn begin(Account account, SignInLevel level) {
        var lane = devices.lane(Optional.of(account));
        boolean first = devices.of(account.id()).isEmpty();
        var signIn = signIns.begin(account, level);
        account.use().active(clock.instant());
        audit.record(AuditEvent.done(AuditAction.SIGNED_IN)
                .by(account.id())
                .on("sign-in", signIn.id())
                .with("level", level)
                .with("lane", lane));
        if (lane == Lane.UNKNOWN_DEVICE && !first) {
            notices.newSignIn(account, signIn.id(), signIn.device());
        }
        return new SignedIn(signIn.id(), devices.remember(account.id()));
    }
}
