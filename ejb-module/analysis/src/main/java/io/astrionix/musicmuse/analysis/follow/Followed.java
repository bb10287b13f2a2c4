package io.astrionix.musicmuse.analysis.follow;

/**
 * How a player went through the music, seen from its end.
 *
 * @param changes how often the player went to another place than the next one
 * @param speed how fast the music went all in all, waiting and going elsewhere left out: 1 as written, 0.5 half as fast
 */
public record Followed(int changes, double speed) {}
