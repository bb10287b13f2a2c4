package io.astrionix.musicmuse.analysis.note;

/**
 * What one look at the latest sound says.
 *
 * @param endSample how many samples of the take were heard up to the end of the frame
 * @param level level of the last 21 ms, in dB below full scale
 * @param fineLevel level of the last 5 ms, in dB below full scale
 * @param midi the pitch as a fractional MIDI note number; NaN where there is none
 * @param roughness the share of the sound that does not repeat with the period of the pitch, 0 to 1; 1 without a pitch
 */
record Frame(long endSample, double level, double fineLevel, double midi, double roughness) {

    boolean isPitched() {
        return !Double.isNaN(midi);
    }
}
