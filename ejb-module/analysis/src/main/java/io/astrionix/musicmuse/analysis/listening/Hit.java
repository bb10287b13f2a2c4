package io.astrionix.musicmuse.analysis.listening;

/**
 * A stroke on a drum, a table or of two hands.
 *
 * @param id names it inside its take: 0 for the first, then +1
 * @param onsetSample index of the sample where it begins to be heard
 */
public record Hit(int id, long onsetSample) {}
