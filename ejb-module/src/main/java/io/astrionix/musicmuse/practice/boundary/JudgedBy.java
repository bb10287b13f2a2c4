package io.astrionix.musicmuse.practice.boundary;

import java.util.Optional;

/**
 * Which rules judged a take.
 *
 * @param version version of the rules that gave its score; empty where none was kept
 * @param firstVersion version of the rules that judged it first; empty where it was not scored again
 * @param scorableAgain whether other rules would judge it today, and what it takes to score it again was kept
 */
public record JudgedBy(Optional<String> version, Optional<String> firstVersion, boolean scorableAgain) {}
