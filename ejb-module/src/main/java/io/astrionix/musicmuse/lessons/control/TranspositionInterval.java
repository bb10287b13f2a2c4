package io.astrionix.musicmuse.lessons.control;

/**
 * The interval from written to sounding pitch as MusicXML splits it; negative downwards.
 *
 * @param octaves whole octaves
 * @param staffPositions letters beyond the octaves
 * @param semitones semitones beyond the octaves
 */
record TranspositionInterval(int octaves, int staffPositions, int semitones) {

    private static final int SEMITONES_PER_OCTAVE = 12;
    private static final int[] STAFF_POSITIONS = {0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6};

    /** The interval of so many semitones in its usual spelling: two are a second, seven a fifth, nine a sixth. */
    static TranspositionInterval of(int semitones) {
        int beyond = semitones % SEMITONES_PER_OCTAVE;
        return new TranspositionInterval(
                semitones / SEMITONES_PER_OCTAVE, Integer.signum(beyond) * STAFF_POSITIONS[Math.abs(beyond)], beyond);
    }
}
