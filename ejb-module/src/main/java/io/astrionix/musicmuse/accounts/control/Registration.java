package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.RegisterCommand;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.BirthMonth;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;

/** What a registration leaves behind, in one transaction. */
@Dependent
@Transactional
public class Registration {

    @Inject
    private AccountRepository accounts;

    @Inject
    private AccountMails mails;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Keeps the account and sends the link that verifies its email; where the email has an account, its owner is told
     * instead.
     *
     * @param hash of the password
     */
    public void keep(RegisterCommand command, String hash) {
        accounts.lockEmail(command.email());
        accounts.findByEmail(command.email())
                .ifPresentOrElse(known -> registerKnown(known, command, hash), () -> registerNew(command, hash));
    }

    private void registerNew(RegisterCommand command, String hash) {
        var account = Account.registered(command.email(), clock.instant());
        accounts.add(account);
        complete(account, command, hash);
    }

    /**
     * Whoever registers again before the email is verified begins anew, but only so often; the link of the earlier mail
     * stops working.
     */
    private void registerKnown(Account known, RegisterCommand command, String hash) {
        if (known.status() != AccountStatus.UNVERIFIED) {
            mails.alreadyRegistered(known);
        } else if (mails.mayWrite(known)) {
            complete(known, command, hash);
        }
    }

    private void complete(Account account, RegisterCommand command, String hash) {
        account.complete(command.name().strip(), hash, command.language());
        account.keepAge(new BirthMonth(command.birth()), YearMonth.now(clock));
        mails.verifyEmail(account);
        audit.record(AuditEvent.done(AuditAction.REGISTERED).by(account.id()).on("account", account.id()));
    }
}
