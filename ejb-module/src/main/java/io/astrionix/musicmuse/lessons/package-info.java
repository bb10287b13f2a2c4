/**
 * What a learner can play: the exercises, the instruments and the score that the two make together.
 *
 * <p>Owns no personal data and no table: the catalogue is read from {@code exercises.txt} and {@code instruments.txt}
 * beside the message bundle of this package. Uses {@code shared}, and of {@code analysis} what a
 * take is judged by.
 *
 * <p>Pitches are MIDI numbers (A4 = 69) or names such as {@code F#4}, middle C being C4. Times are counted in quarter
 * notes, which are the beats of the tempo.
 */
package io.astrionix.musicmuse.lessons;
