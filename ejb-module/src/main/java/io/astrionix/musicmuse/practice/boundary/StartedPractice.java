package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.lessons.boundary.Exercise;
import java.util.UUID;

/** A practice session that has begun, with the music that is expected. */
public record StartedPractice(UUID session, Exercise exercise) {}
