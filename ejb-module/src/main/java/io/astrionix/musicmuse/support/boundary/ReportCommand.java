package io.astrionix.musicmuse.support.boundary;

import jakarta.validation.constraints.NotNull;

/**
 * A report of abuse.
 *
 * @param about whom or what it is about, in the reporter's words
 * @param text what happened
 */
public record ReportCommand(
        @NotNull ReportKind kind,
        @NotNull @MessageLine String about,
        @NotNull @MessageText String text) {

    /** Nothing of it: what somebody reports must not end up in a log. */
    @Override
    public String toString() {
        return "ReportCommand";
    }
}
