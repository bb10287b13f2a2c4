/** Compares the notes that were played with the notes that were expected, and gives the score. */
package io.astrionix.musicmuse.analysis.score;
