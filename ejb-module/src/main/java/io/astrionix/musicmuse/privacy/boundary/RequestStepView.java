package io.astrionix.musicmuse.privacy.boundary;

import java.time.Instant;

/** A step that was done. */
public record RequestStepView(RequestStepName step, Instant doneAt) {}
