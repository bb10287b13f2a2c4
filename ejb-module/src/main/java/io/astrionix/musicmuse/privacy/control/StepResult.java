package io.astrionix.musicmuse.privacy.control;

import java.util.List;

/**
 * What a step came to.
 *
 * @param kept ids of the rules by which something is kept
 */
record StepResult(Kind kind, List<String> kept) {

    enum Kind {
        DONE,
        /** Somebody else has to do something first; nothing has changed. */
        WAITS,
        /** Done here, and a processor has not answered. */
        PENDING
    }

    static final StepResult DONE = new StepResult(Kind.DONE, List.of());
    static final StepResult WAITS = new StepResult(Kind.WAITS, List.of());
}
