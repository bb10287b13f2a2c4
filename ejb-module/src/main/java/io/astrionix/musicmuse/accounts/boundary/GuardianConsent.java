package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.control.ConsentKeeper;
import io.astrionix.musicmuse.accounts.control.Guardianships;
import io.astrionix.musicmuse.accounts.control.OneTimeTokens;
import io.astrionix.musicmuse.accounts.control.PasswordPolicy;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.GuardianAsk;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A guardian says yes or no. Open to all who have the link that went to the guardian's address. */
@Stateless
@PermitAll
public class GuardianConsent {

    private OneTimeTokens tokens;
    private AccountRepository accounts;
    private Guardianships guardianships;
    private ConsentKeeper keeper;
    private Passwords passwords;
    private PasswordPolicy policy;
    private AccountMails mails;
    private Caller caller;
    private Event<EmailProved> proved;
    private Clock clock;

    public GuardianConsent() {} // required by the EJB proxy

    @Inject
    public GuardianConsent(
            OneTimeTokens tokens,
            AccountRepository accounts,
            Guardianships guardianships,
            ConsentKeeper keeper,
            Passwords passwords,
            PasswordPolicy policy,
            AccountMails mails,
            Caller caller,
            Event<EmailProved> proved,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.guardianships = guardianships;
        this.keeper = keeper;
        this.passwords = passwords;
        this.policy = policy;
        this.mails = mails;
        this.caller = caller;
        this.proved = proved;
        this.clock = clock;
    }

    /** Empty where the link does not work (any more); changes nothing. */
    public Optional<ConsentRequest> open(@NotNull String token) {
        return tokens.peek(Use.GUARDIAN_CONSENT, token)
                .flatMap(this::question)
                .map(question -> new ConsentRequest(
                        question.minor().displayName(),
                        question.email(),
                        account(question.email()).isPresent()));
    }

    /**
     * Makes the guardian's account: the link has proved the address.
     *
     * @return false where the link does not work, or the address has an account
     * @throws WeakPasswordException if the password cannot be used
     */
    public boolean consent(@NotNull String token, @NotNull @Valid ConsentCommand command) {
        var question = tokens.peek(Use.GUARDIAN_CONSENT, token).flatMap(this::question);
        if (question.isEmpty() || account(question.get().email()).isPresent()) {
            return false;
        }
        var email = question.get().email();
        policy.require(command.password(), List.of(command.name(), email), false);
        var hash = passwords.hash(command.password());
        accounts.lockEmail(email);
        if (account(email).isPresent()
                || tokens.redeem(Use.GUARDIAN_CONSENT, token).isEmpty()) {
            return false;
        }
        keeper.consent(
                question.get().ask(),
                question.get().minor(),
                newGuardian(email, command, hash),
                command.aiDisclosure());
        return true;
    }

    /** An account that was begun with the address and never verified is the guardian's now. */
    private Account newGuardian(String email, ConsentCommand command, String hash) {
        var guardian = accounts.findByEmail(email).orElseGet(() -> {
            var made = Account.registered(email, clock.instant());
            accounts.add(made);
            return made;
        });
        tokens.revoke(Use.VERIFY_EMAIL, guardian.id());
        guardian.complete(command.name().strip(), hash, command.language());
        guardian.becomeGuardian(clock.instant());
        proved.fire(new EmailProved(guardian.id(), guardian.email()));
        return guardian;
    }

    /**
     * The caller consents with the own account.
     *
     * @return false where the link does not work, or went to another address than the caller's, or the caller is a minor
     */
    public boolean consentAsCaller(@NotNull String token, boolean aiDisclosure) {
        var guardian = caller.account();
        var question = tokens.peek(Use.GUARDIAN_CONSENT, token)
                .flatMap(this::question)
                .filter(asked -> asked.email().equals(guardian.email()))
                .filter(asked -> !guardian.isMinorOn(keeper.today()));
        if (question.isEmpty() || tokens.redeem(Use.GUARDIAN_CONSENT, token).isEmpty()) {
            return false;
        }
        guardian.grant(Role.GUARDIAN);
        keeper.consent(question.get().ask(), question.get().minor(), guardian, aiDisclosure);
        return true;
    }

    /**
     * The guardian does not consent: the minor's account goes at once, with everything about it.
     *
     * @return false where the link does not work
     */
    public boolean decline(@NotNull String token) {
        var question = tokens.redeem(Use.GUARDIAN_CONSENT, token).flatMap(this::question);
        question.ifPresent(asked -> {
            keeper.decline(asked.minor());
            mails.guardianDeclined(asked.minor());
        });
        return question.isPresent();
    }

    private record Question(Account minor, GuardianAsk ask) {
        String email() {
            return ask.guardianEmail();
        }
    }

    private Optional<Question> question(OneTimeToken token) {
        return token.account()
                .flatMap(accounts::find)
                .filter(minor -> minor.status() == AccountStatus.PENDING_GUARDIAN)
                .flatMap(minor -> guardianships.askOf(minor.id()).map(ask -> new Question(minor, ask)));
    }

    /** An unverified one is as good as none: anybody can have begun it. */
    private Optional<Account> account(String email) {
        return accounts.findByEmail(email).filter(found -> found.status() != AccountStatus.UNVERIFIED);
    }
}
