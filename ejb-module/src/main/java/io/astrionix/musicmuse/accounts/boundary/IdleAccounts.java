package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells people in time that an account which nobody uses will end (A2): sixty, thirty and seven days before. */
@Dependent
@Transactional
public class IdleAccounts {

    static final Duration FIRST = Duration.ofDays(60);
    static final Duration SECOND = Duration.ofDays(30);
    static final Duration LAST = Duration.ofDays(7);

    private AccountRepository accounts;
    private AccountMails mails;

    public IdleAccounts() {} // required by CDI beside the constructor below

    @Inject
    public IdleAccounts(AccountRepository accounts, AccountMails mails) {
        this.accounts = accounts;
        this.mails = mails;
    }

    /** Where a page ended: whoever was told stays among those who are looked through, until the last notice. */
    public record Place(Instant lastActiveAt, AccountId account) {}

    /**
     * Queues the notice that is due for each of a page; one that went out already is not sent again.
     *
     * @param idleSince whose last sign-in is older has an account that ends now
     * @param after where the page before ended; empty for the first
     * @return where this one ended; empty if it is the last
     */
    public Optional<Place> notify(Instant idleSince, Instant now, Optional<Place> after, int most) {
        var page = accounts.idleSince(idleSince.plus(FIRST), after, most);
        page.forEach(account -> notify(account, idleSince, now));
        if (page.size() < most) {
            return Optional.empty();
        }
        var last = page.get(page.size() - 1);
        return Optional.of(new Place(last.use().lastActiveAt(), last.id()));
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
