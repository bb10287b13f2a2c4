/** Measures how well the ear hears, beside what TarsosDSP and aubio hear in the same sounds. */
package io.astrionix.musicmuse.analysis.accuracy;
