/** Hears notes and pitches in a stream of sound by small networks; docs/listening.md says how. */
package io.astrionix.musicmuse.analysis.listening;
