package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.entity.Course;
import io.astrionix.musicmuse.privacy.entity.Course.Move;
import java.time.Clock;
import java.util.UUID;

/**
 * Takes a request as far as it gets now. A run that dies leaves it taken for a while, so does one that fails: the next
 * try is not at once.
 */
final class Advance {

    private final RequestStore store;
    private final RequestWork work;
    private final Clock clock;

    Advance(RequestStore store, RequestWork work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /** Does nothing if another run is at it. */
    void advance(UUID request) {
        var now = clock.instant();
        var course = store.claim(request, now);
        if (course.isEmpty()) {
            return;
        }
        var at = course.get();
        for (var move = at.next(now); move.isPresent(); move = at.next(now)) {
            if (move.get() == Move.STEP) {
                var result = work.run(request, at.step());
                if (result.kind() == StepResult.Kind.WAITS) {
                    break;
                }
                at = store.stepped(request, result, now);
                if (result.kind() == StepResult.Kind.PENDING) {
                    break;
                }
            } else {
                at = store.make(move.get(), request, now);
            }
        }
        if (!isOver(at)) {
            store.release(request);
        }
    }

    private static boolean isOver(Course course) {
        return course.state().isOver();
    }
}
