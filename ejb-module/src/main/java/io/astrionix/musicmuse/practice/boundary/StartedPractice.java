package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import java.util.UUID;

/** A practice session that has begun, with the music that is expected and the rules it will be judged by. */
public record StartedPractice(UUID session, Exercise exercise, ScoringRules rules) {}
