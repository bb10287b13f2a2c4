package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.entity.Course;
import io.astrionix.musicmuse.privacy.entity.Course.Move;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where requests are kept. Each call is a transaction of its own. */
interface RequestStore {

    /** Takes the request for a while; empty if another run has it, or it is over. */
    Optional<Course> claim(UUID request, Instant now);

    /** Makes any move but a step. */
    Course make(Move move, UUID request, Instant now);

    /** Writes down what the present step came to; harmless when repeated. */
    Course stepped(UUID request, StepResult result, Instant now);

    void release(UUID request);
}
