package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.EnrolmentOfCaller;
import io.astrionix.musicmuse.accounts.control.PasskeyRepository;
import io.astrionix.musicmuse.accounts.control.PasskeyRequests;
import io.astrionix.musicmuse.accounts.control.Passkeys;
import io.astrionix.musicmuse.accounts.control.SecondFactorRepository;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * The caller's own passkeys. Open to all roles and none, as {@link OwnSecondFactor} is. Another account's passkey is
 * answered like one that is not there: nothing happens.
 */
@Stateless
@PermitAll
public class OwnPasskeys {

    /** One for each device and a few security keys. */
    private static final int MOST = 10;

    private EnrolmentOfCaller caller;
    private Passkeys passkeys;
    private PasskeyRequests requests;
    private PasskeyRepository repository;
    private SecondFactorRepository codes;

    public OwnPasskeys() {} // required by the EJB proxy

    @Inject
    public OwnPasskeys(
            EnrolmentOfCaller caller,
            Passkeys passkeys,
            PasskeyRequests requests,
            PasskeyRepository repository,
            SecondFactorRepository codes) {
        this.caller = caller;
        this.passkeys = passkeys;
        this.requests = requests;
        this.repository = repository;
        this.codes = codes;
    }

    /** What to ask the browser for a new passkey. */
    public PasskeyRequest request() {
        var account = caller.account();
        var challenge = PasskeyRequests.newChallenge();
        return new PasskeyRequest(challenge, requests.create(challenge, account, repository.of(account.id())));
    }

    /**
     * Proves with one of the caller's own passkeys who it is, before a change that needs it (ASVS 7.5.1): worth as much
     * as the password and a second factor. In a transaction of its own: a refusal stays noted whatever becomes of the
     * caller.
     *
     * @return false if it is nobody's or another account's, or anything about the answer is wrong
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean confirm(@NotNull @Size(max = 20_000) String answer, @NotNull String challenge) {
        boolean own = passkeys.isOf(caller.account().id(), answer, challenge);
        if (own) {
            caller.confirmed();
        }
        return own;
    }

    /** Whether the caller has one. */
    public boolean isThere() {
        return repository.count(caller.account().id()) > 0;
    }

    /**
     * Adds the passkey that the browser made.
     *
     * @throws CredentialNotFreshException see {@link EnrolmentOfCaller#fresh}
     * @throws SecondFactorNotGivenException likewise
     * @throws TooManyPasskeysException if there are {@value #MOST} already
     * @throws PasskeyRefusedException if anything about the answer is wrong
     */
    public void add(
            @NotNull @Size(max = 20_000) String answer,
            @NotNull String challenge,
            @NotBlank @Size(max = 80) @Pattern(regexp = "\\P{Cntrl}*") String name) {
        var owner = caller.fresh();
        if (repository.count(owner.id()) >= MOST) {
            throw new TooManyPasskeysException(MOST);
        }
        if (!passkeys.add(owner, answer, challenge, name)) {
            throw new PasskeyRefusedException();
        }
        caller.enrolled(AuditAction.PASSKEY_ADDED);
    }

    /**
     * @throws CredentialNotFreshException see {@link EnrolmentOfCaller#fresh}
     * @throws SecondFactorNotGivenException likewise
     * @throws LastSecondFactorException if a role needs a second factor and this is the only one
     * @throws ShortPasswordException if the password would be all there is, and is too short for that
     */
    public void remove(@NotNull UUID id) {
        var account = caller.fresh().id();
        repository.find(id, account).ifPresent(passkey -> {
            int others =
                    repository.count(account) - 1 + (codes.confirmedApp(account).isPresent() ? 1 : 0);
            caller.refuseIfNeeded(others);
            repository.remove(passkey);
            caller.changed(AuditAction.PASSKEY_REMOVED);
        });
    }
}
