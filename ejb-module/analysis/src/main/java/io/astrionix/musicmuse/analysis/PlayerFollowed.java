package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.follow.Whereabouts;

/**
 * Where in the music the player is, where that is not what the clock says: at another place, or anywhere in an own tempo.
 *
 * @param whereabouts the place
 * @param isElsewhere whether the player went to another place than the next one; then what was said about the note there
 *     and those behind it no longer holds
 */
public record PlayerFollowed(Whereabouts whereabouts, boolean isElsewhere) implements Feedback {}
