package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder.Holder;
import io.astrionix.musicmuse.privacy.boundary.RequestChannel;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestMovedOnException;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import io.astrionix.musicmuse.privacy.entity.DataRequest;
import io.astrionix.musicmuse.privacy.entity.RequestPerson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** From the receipt of a request to the day its work begins. Needs the caller's transaction. */
@Dependent
public class RequestIntake {

    @Inject
    private RequestRepository requests;

    @Inject
    private RequestMails mails;

    @Inject
    private RequestClosing closing;

    @Inject
    private AccountHolder accounts;

    @Inject
    private PersonHash hash;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Whoever asks is signed in: that proves it. Joins an open request that the same answer answers. */
    public DataRequest proved(Holder holder, RequestKind kind, String note) {
        var request = receive(holder, kind, RequestChannel.PROFILE, clock.instant(), note);
        if (request.state().isUnproved()) {
            verify(request, Optional.empty());
        }
        return request;
    }

    /** Whoever asks may be anybody: the address on file is asked, again if need be. */
    public void claimed(Holder holder, RequestKind kind, RequestChannel channel, Instant receivedAt) {
        var request = receive(holder, kind, channel, receivedAt, "");
        if (request.state().isUnproved()) {
            var person = person(request);
            person.isNow(holder);
            mails.confirm(request, person);
        }
    }

    /**
     * The owner has used the link, or is signed in.
     *
     * @param token of the link, which goes on working: used again, it says that the request is confirmed
     */
    public void verify(DataRequest request, Optional<String> token) {
        var now = clock.instant();
        var person = person(request);
        accounts.find(person.account()).ifPresent(person::isNow);
        request.become(request.course().verified(), now);
        request.become(request.course().started(now), now);
        if (request.kind().isDeletion()) {
            accounts.hide(person.account(), now);
            requests.stepDone(request.id(), RequestStepName.HIDE, now);
        }
        mails.received(request, person, token);
        request.acknowledge(now);
        note(AuditAction.REQUEST_VERIFIED, request, person);
    }

    /** @throws RequestMovedOnException if there is nothing to call off any more */
    public void cancel(DataRequest request) {
        if (!request.state().canBeCancelled()) {
            throw new RequestMovedOnException();
        }
        var person = person(request);
        if (request.kind().isDeletion()) {
            accounts.show(person.account());
        }
        note(AuditAction.REQUEST_CANCELLED, request, person);
        closing.close(request, request.course().cancelled(), clock.instant());
    }

    private DataRequest receive(
            Holder holder, RequestKind kind, RequestChannel channel, Instant receivedAt, String note) {
        requests.lockPerson(holder.id());
        var open = requests.findOpen(holder.id(), kind);
        if (open.isPresent()) {
            var person = person(open.get());
            person.alsoSays(note);
            note(AuditAction.REQUEST_MERGED, open.get(), person);
            return open.get();
        }
        var now = clock.instant();
        var request = new DataRequest(kind, channel, hash.of(holder.id()), receivedAt, now);
        request.become(request.course().askedForIdentity(), now);
        var person = new RequestPerson(request, holder, note);
        requests.add(request, person);
        note(AuditAction.REQUEST_RECEIVED, request, person);
        return request;
    }

    private RequestPerson person(DataRequest request) {
        return requests.person(request.id()).orElseThrow(RequestMovedOnException::new);
    }

    private void note(AuditAction action, DataRequest request, RequestPerson person) {
        audit.record(AuditEvent.done(action)
                .on("account", person.account())
                .with("request", request.id())
                .with("kind", request.kind())
                .with("channel", request.channel()));
    }
}
