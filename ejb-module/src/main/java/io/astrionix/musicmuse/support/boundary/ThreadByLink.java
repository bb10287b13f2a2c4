package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.support.control.Conversation;
import io.astrionix.musicmuse.support.control.ThreadLinks;
import io.astrionix.musicmuse.support.control.ThreadRepository;
import io.astrionix.musicmuse.support.control.ThreadViews;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** A thread for whoever has the link of the newest mail about it, and so the sender's mailbox. Open to all. */
@Stateless
@PermitAll
public class ThreadByLink {

    private ThreadLinks links;
    private ThreadRepository threads;
    private Conversation conversation;
    private RequestLimits limits;

    public ThreadByLink() {} // required by the EJB proxy

    @Inject
    public ThreadByLink(ThreadLinks links, ThreadRepository threads, Conversation conversation, RequestLimits limits) {
        this.links = links;
        this.threads = threads;
        this.conversation = conversation;
        this.limits = limits;
    }

    /** Empty where the link is too old, is not the newest one, or was never made. */
    public Optional<ThreadView> open(@NotNull @Size(max = 100) String token) {
        return links.thread(token).flatMap(threads::find).map(ThreadViews::view);
    }

    /**
     * Adds a message of the sender; the thread is open again.
     *
     * @return false where the link opens nothing
     * @throws TooManyMessagesException if the network had its turns
     */
    public boolean answer(@NotNull @Size(max = 100) String token, @NotNull @MessageText String message) {
        var thread = links.thread(token).flatMap(threads::lock);
        if (thread.isPresent() && !limits.tryTake(Limit.CONTACT)) {
            throw new TooManyMessagesException();
        }
        thread.ifPresent(found -> conversation.goOn(found, message));
        return thread.isPresent();
    }
}
