package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.accounts.boundary.AccountDirectory;
import io.astrionix.musicmuse.accounts.boundary.KnownAccount;
import io.astrionix.musicmuse.support.boundary.DeskThread;
import io.astrionix.musicmuse.support.boundary.ThreadRow;
import io.astrionix.musicmuse.support.boundary.ThreadView;
import io.astrionix.musicmuse.support.entity.SupportThread;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Threads as senders and staff see them. */
@Dependent
public class ThreadViews {

    private AccountDirectory accounts;
    private Clock clock;

    public ThreadViews() {} // required by CDI beside the constructor below

    @Inject
    public ThreadViews(AccountDirectory accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public static ThreadView view(SupportThread thread) {
        return new ThreadView(
                thread.id(),
                thread.reference(),
                thread.category(),
                thread.status(),
                thread.openedAt(),
                thread.lastMessageAt(),
                thread.messages());
    }

    public ThreadRow row(SupportThread thread) {
        return new ThreadRow(
                thread.id(),
                thread.reference(),
                thread.category(),
                thread.status(),
                thread.urgent(),
                thread.isOverdue(clock.instant()),
                thread.sender().name(),
                thread.dueAt(),
                thread.assignedTo()
                        .flatMap(accounts::find)
                        .map(KnownAccount::displayName)
                        .orElse(""));
    }

    public DeskThread onDesk(SupportThread thread) {
        var sender = thread.sender();
        return new DeskThread(
                row(thread),
                view(thread),
                sender.email(),
                sender.signedIn(),
                thread.account().isPresent());
    }
}
