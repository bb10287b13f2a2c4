package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountDirectory;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.support.control.Conversation;
import io.astrionix.musicmuse.support.control.ThreadRepository;
import io.astrionix.musicmuse.support.control.ThreadViews;
import io.astrionix.musicmuse.support.entity.SupportThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The threads of whoever is signed in; fails where nobody is. Open to every role. */
@Stateless
@PermitAll
public class OwnThreads {

    private AccountDirectory accounts;
    private ThreadRepository threads;
    private Conversation conversation;
    private RequestLimits limits;

    public OwnThreads() {} // required by the EJB proxy

    @Inject
    public OwnThreads(
            AccountDirectory accounts, ThreadRepository threads, Conversation conversation, RequestLimits limits) {
        this.accounts = accounts;
        this.threads = threads;
        this.conversation = conversation;
        this.limits = limits;
    }

    /** The newest first, at most a hundred. */
    public List<ThreadView> list() {
        return threads.ofAccount(accounts.caller().id()).stream()
                .map(ThreadViews::view)
                .toList();
    }

    /** @throws ThreadNotFoundException if it is not the caller's */
    public ThreadView thread(@NotNull UUID id) {
        var caller = accounts.caller().id();
        return threads.find(id)
                .filter(thread -> thread.belongsTo(caller))
                .map(ThreadViews::view)
                .orElseThrow(ThreadNotFoundException::new);
    }

    /**
     * Adds a message; the thread is open again.
     *
     * @throws ThreadNotFoundException if it is not the caller's
     * @throws TooManyMessagesException if the account had its turns
     */
    public void answer(@NotNull UUID id, @NotNull @MessageText String message) {
        var caller = accounts.caller().id();
        SupportThread thread =
                threads.lock(id).filter(found -> found.belongsTo(caller)).orElseThrow(ThreadNotFoundException::new);
        if (!limits.tryTake(Limit.CONTACT, "message of " + caller)) {
            throw new TooManyMessagesException();
        }
        conversation.goOn(thread, message);
    }
}
