package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.boundary.SignInResult.SignedIn;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.PasskeyRequests;
import io.astrionix.musicmuse.accounts.control.Passkeys;
import io.astrionix.musicmuse.accounts.control.SecondFactorCodes;
import io.astrionix.musicmuse.accounts.control.SignInCompletion;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * The second step of signing in, and signing in with a passkey alone. Open to all: nobody is signed in yet. In
 * transactions of their own: a try counts whatever becomes of the caller.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SecondFactorService {

    private SecondFactorCodes codes;
    private Passkeys passkeys;
    private PasskeyRequests requests;
    private SignInCompletion completion;
    private AccountRepository accounts;

    public SecondFactorService() {} // required by the EJB proxy

    @Inject
    public SecondFactorService(
            SecondFactorCodes codes,
            Passkeys passkeys,
            PasskeyRequests requests,
            SignInCompletion completion,
            AccountRepository accounts) {
        this.codes = codes;
        this.passkeys = passkeys;
        this.requests = requests;
        this.completion = completion;
        this.accounts = accounts;
    }

    /**
     * How a second step ended.
     *
     * @param code what came of the code; empty where the ticket of the first step is used up or too old
     * @param signIn present where the code was right
     */
    public record SecondStep(Optional<CodeResult> code, Optional<SignedIn> signIn) {

        private static SecondStep tooLate() {
            return new SecondStep(Optional.empty(), Optional.empty());
        }
    }

    /**
     * Finishes a sign-in with a code of the authenticator app or from the recovery sheet; a right one is used up.
     *
     * @param ticket of the first step, from the HTTP session
     */
    public SecondStep finish(
            @NotNull String ticket, @NotNull @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String code) {
        var account = completion.accountOf(ticket);
        if (account.isEmpty()) {
            return SecondStep.tooLate();
        }
        var result = codes.check(account.get(), code);
        if (result != CodeResult.RIGHT) {
            return new SecondStep(Optional.of(result), Optional.empty());
        }
        return completion
                .afterSecondFactor(ticket)
                .map(signIn -> new SecondStep(Optional.of(result), Optional.of(signIn)))
                .orElseGet(SecondStep::tooLate);
    }

    /**
     * Finishes a sign-in with a passkey of the account whose password was typed.
     *
     * @param ticket of the first step, from the HTTP session
     * @return empty where the ticket is used up or too old, the passkey is another account's, or anything about the answer
     *     is wrong
     */
    public Optional<SignedIn> finishWithPasskey(
            @NotNull String ticket, @NotNull @Size(max = 20_000) String answer, @NotNull String challenge) {
        return completion
                .accountOf(ticket)
                .filter(account -> passkeys.isOf(account, answer, challenge))
                .flatMap(account -> completion.afterSecondFactor(ticket));
    }

    /** What to ask the browser for signing in with a passkey; empty where this site has no name to bind them to. */
    public Optional<PasskeyRequest> passkeyRequest() {
        if (!requests.arePossible()) {
            return Optional.empty();
        }
        var challenge = PasskeyRequests.newChallenge();
        return Optional.of(new PasskeyRequest(challenge, requests.use(challenge)));
    }

    /**
     * Signs in with a passkey whose device checked its user: two factors at once, no password needed (ASVS 6.3.3).
     *
     * @return empty where it is nobody's, anything about the answer is wrong, or its account may not sign in
     */
    public Optional<SignedIn> signInWithPasskey(@NotNull @Size(max = 20_000) String answer, @NotNull String challenge) {
        return passkeys.owner(answer, challenge)
                .flatMap(accounts::find)
                .filter(Account::maySignIn)
                .map(completion::afterPasskey);
    }

    /** Checks a code of the authenticator app or from the recovery sheet; a right one is used up. */
    public CodeResult check(
            @NotNull AccountId account, @NotNull @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String code) {
        return codes.check(account, code);
    }
}
