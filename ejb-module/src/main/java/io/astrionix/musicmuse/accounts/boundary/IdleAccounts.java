package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Tells people in time that an account which nobody uses will end (A2): sixty, thirty and seven days before. */
@Dependent
@Transactional
public class IdleAccounts {

    static final Duration FIRST = Duration.ofDays(60);
    static final Duration SECOND = Duration.ofDays(30);
    static final Duration LAST = Duration.ofDays(7);

    /** In one transaction; the next hour goes on. */
    private static final int MOST = 500;

    private AccountRepository accounts;
    private AccountMails mails;

    public IdleAccounts() {} // required by CDI beside the constructor below

    @Inject
    public IdleAccounts(AccountRepository accounts, AccountMails mails) {
        this.accounts = accounts;
        this.mails = mails;
    }

    /**
     * Queues the notice that is due for each; one that went out already is not sent again.
     *
     * @param idleSince whose last sign-in is older has an account that ends now
     */
    public void notify(Instant idleSince, Instant now) {
        accounts.idleSince(idleSince.plus(FIRST), MOST).forEach(account -> notify(account, idleSince, now));
    }

    private void notify(Account account, Instant idleSince, Instant now) {
        var left = Duration.between(idleSince, account.use().lastActiveAt());
        if (left.compareTo(LAST) <= 0) {
            mails.idle(account, MailTemplate.ACCOUNT_IDLE_LAST, "idle-last");
            account.use().lastIdleNotice(now);
        } else {
            mails.idle(account, MailTemplate.ACCOUNT_IDLE, left.compareTo(SECOND) <= 0 ? "idle-second" : "idle-first");
        }
    }
}
