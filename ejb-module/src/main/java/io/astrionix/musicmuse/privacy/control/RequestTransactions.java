package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.privacy.boundary.RequestAlarm;
import io.astrionix.musicmuse.privacy.entity.Course;
import io.astrionix.musicmuse.privacy.entity.Course.Move;
import io.astrionix.musicmuse.privacy.entity.DataRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Requests in the database, a transaction for each move. */
@Dependent
@Transactional(TxType.REQUIRES_NEW)
public class RequestTransactions implements RequestStore {

    @Inject
    private RequestRepository requests;

    @Inject
    private RequestClosing closing;

    @Inject
    private RequestMails mails;

    @Inject
    private AuditLog audit;

    @Override
    public Optional<Course> claim(UUID request, Instant now) {
        boolean due = requests.find(request)
                .filter(found -> found.course().next(now).isPresent())
                .isPresent();
        // Anew: between the look and the claim another run may have taken it further.
        return due && requests.claim(request, now)
                ? requests.findAnew(request).map(DataRequest::course)
                : Optional.empty();
    }

    @Override
    public Course make(Move move, UUID id, Instant now) {
        var request = requests.find(id).orElseThrow();
        var course = request.course();
        switch (move) {
            case ALARM -> alarm(request, course.alarmed(now), now);
            case LAPSE -> {
                request.answer("identity");
                closing.lapse(request, course.denied(), now);
            }
            case START -> request.become(course.started(now), now);
            case BEGIN -> request.become(course.begun(), now);
            case STEP -> throw new IllegalArgumentException("A step is no move of the store");
        }
        return request.course();
    }

    @Override
    public Course stepped(UUID id, StepResult result, Instant now) {
        var request = requests.find(id).orElseThrow();
        var course = request.course();
        boolean pending = result.kind() == StepResult.Kind.PENDING;
        if (!pending) {
            requests.stepDone(id, course.step(), now);
            audit.record(AuditEvent.done(AuditAction.REQUEST_STEP_DONE)
                    .on("data-request", id)
                    .with("step", course.step()));
        }
        var next = course.stepped(pending, !result.kept().isEmpty());
        if (next.state().isOver()) {
            request.answer(String.join(" ", result.kept()));
            closing.close(request, next, now);
        } else {
            request.become(next, now);
        }
        return request.course();
    }

    @Override
    public void release(UUID request) {
        requests.find(request).ifPresent(DataRequest::release);
    }

    private void alarm(DataRequest request, Course course, Instant now) {
        var alarm = course.alarm().orElseThrow();
        request.become(course, now);
        var action = alarm == RequestAlarm.BREACH ? AuditAction.REQUEST_BREACHED : AuditAction.REQUEST_ALARM;
        audit.record(AuditEvent.done(action)
                .on("data-request", request.id())
                .with("alarm", alarm)
                .with("kind", request.kind()));
        if (alarm.compareTo(RequestAlarm.PAGE) >= 0) {
            mails.late(request);
        }
    }
}
