/** Where in the music a player is who stops, starts again, leaves something out or takes an own tempo. */
package io.astrionix.musicmuse.analysis.follow;
