package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.privacy.boundary.RequestMovedOnException;
import io.astrionix.musicmuse.privacy.boundary.RequestNotFoundException;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import io.astrionix.musicmuse.privacy.entity.Course;
import io.astrionix.musicmuse.privacy.entity.DataRequest;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What the desk decides. Needs the caller's transaction. */
@Dependent
public class DeskAnswers {

    @Inject
    private RequestRepository requests;

    @Inject
    private RequestClosing closing;

    @Inject
    private AccountHolder accounts;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** @throws RequestMovedOnException if it is over, or what it asks for has begun and cannot be undone */
    public void deny(UUID id, String basis, AccountId by) {
        var request = find(id);
        if (!request.state().canBeCancelled() && !isForDesk(request)) {
            throw new RequestMovedOnException();
        }
        if (request.kind().isDeletion()) {
            requests.person(id).ifPresent(person -> accounts.show(person.account()));
        }
        request.answer(basis);
        audit.record(AuditEvent.done(AuditAction.REQUEST_DENIED).by(by).on("data-request", id));
        closing.close(request, request.course().denied(), clock.instant());
    }

    /** @throws RequestMovedOnException if it is over, or not for the desk */
    public void done(UUID id, AccountId by) {
        var request = find(id);
        if (!isForDesk(request)) {
            throw new RequestMovedOnException();
        }
        var now = clock.instant();
        requests.stepDone(id, RequestStepName.DESK, now);
        audit.record(AuditEvent.done(AuditAction.REQUEST_STEP_DONE)
                .by(by)
                .on("data-request", id)
                .with("step", RequestStepName.DESK));
        closing.close(request, request.course().stepped(false, false), now);
    }

    /** The moment itself, or the nearest one that can be right. */
    public Instant plausible(Instant receivedAt) {
        var now = clock.instant();
        var earliest = now.minus(Course.TIME_TO_ANSWER);
        return receivedAt.isAfter(now) ? now : receivedAt.isBefore(earliest) ? earliest : receivedAt;
    }

    private static boolean isForDesk(DataRequest request) {
        return request.state() == RequestState.RUNNING && request.course().step() == RequestStepName.DESK;
    }

    private DataRequest find(UUID id) {
        return requests.find(id).orElseThrow(RequestNotFoundException::new);
    }
}
