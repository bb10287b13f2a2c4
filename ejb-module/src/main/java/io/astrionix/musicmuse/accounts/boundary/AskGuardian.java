package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Guardianships;
import io.astrionix.musicmuse.accounts.control.OneTimeTokens;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.GuardianAsk;
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
            var asked = guardianships.askOf(minor.id());
            return new GuardianQuestion(
                    minor.displayName(),
                    asked.map(GuardianAsk::guardianEmail),
                    asked.map(GuardianAsk::asksLeft).orElse(GuardianAsk.ASKS_AT_MOST),
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
        var question = guardianships.askOf(minor.id()).orElseGet(() -> first(minor));
        if (question.asksLeft() == 0) {
            throw GuardianAddressException.tooMany();
        }
        question.send(guardianEmail, clock.instant());
        mails.guardianConsent(minor, question.guardianEmail());
        audit.record(AuditEvent.done(AuditAction.GUARDIAN_ASKED).by(minor.id()).on("account", minor.id()));
    }

    private GuardianAsk first(Account minor) {
        var question = new GuardianAsk(minor.id());
        guardianships.add(question);
        return question;
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
