package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.privacy.entity.Course;
import io.astrionix.musicmuse.privacy.entity.DataRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** The end of a request: the answer goes out, and who asked is forgotten. Needs the caller's transaction. */
@Dependent
public class RequestClosing {

    @Inject
    private RequestRepository requests;

    @Inject
    private RequestMails mails;

    @Inject
    private AuditLog audit;

    /** @param course over */
    public void close(DataRequest request, Course course, Instant now) {
        forget(request, course, now, true);
    }

    /** Nobody has proved to be the person: no mail, whoever asked. */
    public void lapse(DataRequest request, Course course, Instant now) {
        forget(request, course, now, false);
    }

    private void forget(DataRequest request, Course course, Instant now, boolean mail) {
        request.become(course, now);
        requests.person(request.id()).filter(person -> mail).ifPresent(person -> mails.answered(request, person));
        requests.forget(request.id());
        audit.record(AuditEvent.done(AuditAction.REQUEST_CLOSED)
                .on("data-request", request.id())
                .with("kind", request.kind())
                .with("state", request.state()));
    }
}
