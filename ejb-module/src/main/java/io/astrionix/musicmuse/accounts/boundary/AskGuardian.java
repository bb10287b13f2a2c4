package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Guardianships;
import io.astrionix.musicmuse.accounts.control.OneTimeTokens;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.Guardianship;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;

/** A minor names a guardian. Open to all who have the link that went to the minor's verified address. */
@Stateless
@PermitAll
public class AskGuardian {

    private OneTimeTokens tokens;
    private AccountRepository accounts;
    private Guardianships guardianships;
    private AccountMails mails;
    private AuditLog audit;
    private Clock clock;

    public AskGuardian() {} // required by the EJB proxy

    @Inject
    public AskGuardian(
            OneTimeTokens tokens,
            AccountRepository accounts,
            Guardianships guardianships,
            AccountMails mails,
            AuditLog audit,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.guardianships = guardianships;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty where the link does not work or no guardian is needed any more. */
    public Optional<GuardianQuestion> open(@NotNull String token) {
        return waiting(token).map(minor -> {
            var asked = guardianships.ofMinor(minor.id());
            return new GuardianQuestion(
                    minor.displayName(),
                    asked.flatMap(Guardianship::guardianEmail),
                    asked.map(Guardianship::asksLeft).orElse(Guardianship.ASKS_AT_MOST),
                    minor.guardianDueAt().orElseThrow());
        });
    }

    /**
     * Keeps the address and sends the question there; an earlier question stops working.
     *
     * @return false where the link does not work
     * @throws GuardianAddressException if it is the minor's own address, or was asked too often
     */
    public boolean ask(@NotNull String token, @NotNull @EmailAddress String guardianEmail) {
        var minor = waiting(token);
        minor.ifPresent(account -> ask(account, guardianEmail));
        return minor.isPresent();
    }

    private void ask(Account minor, String guardianEmail) {
        if (isSameMailbox(minor.email(), Account.canonical(guardianEmail))) {
            throw GuardianAddressException.own();
        }
        var guardianship = guardianships.ofMinor(minor.id()).orElseGet(() -> first(minor));
        if (guardianship.asksLeft() == 0) {
            throw GuardianAddressException.tooMany();
        }
        guardianship.ask(guardianEmail, clock.instant());
        mails.guardianConsent(minor, guardianship.guardianEmail().orElseThrow());
        audit.record(AuditEvent.done(AuditAction.GUARDIAN_ASKED).by(minor.id()).on("account", minor.id()));
    }

    private Guardianship first(Account minor) {
        var guardianship = new Guardianship(minor.id());
        guardianships.add(guardianship);
        return guardianship;
    }

    private Optional<Account> waiting(String token) {
        return tokens.peek(Use.GUARDIAN_PAGE, token)
                .flatMap(found -> found.account())
                .flatMap(accounts::find)
                .filter(account -> account.status() == AccountStatus.PENDING_GUARDIAN);
    }

    /** What stands after a plus is a note to oneself at most providers, not another mailbox. */
    private static boolean isSameMailbox(String one, String other) {
        return withoutNote(one).equals(withoutNote(other));
    }

    private static String withoutNote(String email) {
        return email.replaceFirst("\\+[^@]*@", "@");
    }
}
