/** Finds the notes in a stream of sound. */
package io.astrionix.musicmuse.analysis.note;
