package io.astrionix.musicmuse.erasure.boundary;

import java.time.Instant;
import java.util.List;

/**
 * What somebody chose about one activity.
 *
 * @param allowed what holds now
 * @param history the newest first; empty if nothing was ever chosen
 */
public record ChoiceView(OptionalActivity activity, boolean allowed, List<Choice> history) {

    public ChoiceView {
        history = List.copyOf(history);
    }

    /** One choice. */
    public record Choice(boolean allowed, Instant at) {}
}
