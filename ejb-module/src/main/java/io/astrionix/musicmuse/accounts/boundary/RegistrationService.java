package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.PasswordPolicy;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.BirthMonth;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.shared.Operator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** Makes accounts for strangers. Open to all. */
@Stateless
@PermitAll
public class RegistrationService {

    /** How it ended, as far as the visitor may know. */
    public enum Outcome {
        /** A mail is on its way: with a link, or saying that there is an account already. */
        MAIL_SENT,
        /** Too young for an account (R59). Nothing was stored. */
        REFUSED
    }

    private AccountRepository accounts;
    private Passwords passwords;
    private PasswordPolicy policy;
    private RequestLimits limits;
    private AccountMails mails;
    private AuditLog audit;
    private Operator operator;
    private Clock clock;

    public RegistrationService() {} // required by the EJB proxy

    @Inject
    public RegistrationService(
            AccountRepository accounts,
            Passwords passwords,
            PasswordPolicy policy,
            RequestLimits limits,
            AccountMails mails,
            AuditLog audit,
            Operator operator,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.limits = limits;
        this.mails = mails;
        this.audit = audit;
        this.operator = operator;
        this.clock = clock;
    }

    /**
     * Keeps an account that can do nothing until its email is verified. An address that has an account gets a mail that
     * says so; the answer is the same and takes as long, because the password is hashed in both cases.
     *
     * @throws RegistrationClosedException if the operator has not opened registration
     * @throws TooManyRegistrationsException if too many come from the same network
     * @throws WeakPasswordException if the password cannot be used
     * @throws TooBusyException if too many passwords are being hashed at this moment
     */
    public Outcome register(@NotNull @Valid RegisterCommand command) {
        if (!operator.isRegistrationOpen()) {
            throw new RegistrationClosedException();
        }
        var birth = new BirthMonth(command.birth());
        if (birth.isTooYoungIn(YearMonth.now(clock))) {
            return Outcome.REFUSED; // before anything is written, logged or counted
        }
        if (!limits.tryTake(Limit.REGISTER)) {
            throw new TooManyRegistrationsException();
        }
        policy.require(command.password(), List.of(command.name(), command.email()), false);
        var hash = passwords.hash(command.password());
        accounts.lockEmail(command.email());
        accounts.findByEmail(command.email())
                .ifPresentOrElse(known -> registerKnown(known, command, hash), () -> registerNew(command, hash));
        return Outcome.MAIL_SENT;
    }

    private void registerNew(RegisterCommand command, String hash) {
        var account = Account.registered(command.email(), clock.instant());
        accounts.add(account);
        complete(account, command, hash);
    }

    /** Whoever registers again before the email is verified begins anew; the link of the earlier mail stops working. */
    private void registerKnown(Account known, RegisterCommand command, String hash) {
        if (known.status() == AccountStatus.UNVERIFIED) {
            complete(known, command, hash);
        } else {
            mails.alreadyRegistered(known);
        }
    }

    private void complete(Account account, RegisterCommand command, String hash) {
        var birth = new BirthMonth(command.birth());
        account.complete(command.name().strip(), hash, command.language());
        account.keepAge(birth, YearMonth.now(clock));
        mails.verifyEmail(account);
        audit.record(AuditEvent.done(AuditAction.REGISTERED).by(account.id()).on("account", account.id()));
    }
}
