package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.boundary.RequestView;
import io.astrionix.musicmuse.privacy.entity.BusinessDays;
import io.astrionix.musicmuse.privacy.entity.DataRequest;
import io.astrionix.musicmuse.privacy.entity.RequestPerson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Makes of requests what can be shown. Needs the caller's transaction. */
@Dependent
public class RequestViews {

    /** R77. */
    private static final int BUSINESS_DAYS_TO_ACKNOWLEDGE = 10;

    @Inject
    private RequestRepository requests;

    public RequestView of(DataRequest request) {
        var course = request.course();
        var person = requests.person(request.id());
        return new RequestView(
                request.id(),
                request.kind(),
                request.channel(),
                request.state(),
                person.map(RequestPerson::email).orElse(""),
                person.map(RequestPerson::note).orElse(""),
                request.receivedAt(),
                request.acknowledgedAt(),
                BusinessDays.after(request.receivedAt(), BUSINESS_DAYS_TO_ACKNOWLEDGE),
                request.verifiedAt(),
                course.coolOffUntil(),
                course.dueAt(),
                course.alarm(),
                request.breachedAt(),
                request.closedAt(),
                request.answer(),
                request.kind().steps(),
                course.stepsDone());
    }
}
