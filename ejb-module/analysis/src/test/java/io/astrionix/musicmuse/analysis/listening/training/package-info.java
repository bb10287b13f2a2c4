/**
 * Sounds to learn listening from, of which it is known what sounds in them: phrases on the sampled instruments of
 * sound fonts, as recorded in four surroundings, and tones made of partials. Times are seconds, pitches MIDI numbers
 * with fractions, sounds mono with 48,000 samples a second. {@code TrainNetworks} beside the listening engine learns
 * from them.
 */
package io.astrionix.musicmuse.analysis.listening.training;
