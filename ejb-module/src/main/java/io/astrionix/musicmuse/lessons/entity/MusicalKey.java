package io.astrionix.musicmuse.lessons.entity;

/**
 * A key: its first note and its mode.
 *
 * @param tonic note name without octave, for example {@code F#}
 */
public record MusicalKey(String tonic, Mode mode) {

    /** Sharps of the major key on each letter from C to B; negative numbers are flats. */
    private static final int[] MAJOR_FIFTHS = {0, 2, 4, -1, 1, 3, 5};

    private static final int FIFTHS_PER_SHARP = 7;
    private static final int MINOR_IS_LOWER_BY = 3;
    private static final int ANY_OCTAVE = 4;

    /** Number of sharps in the key signature; negative for flats. */
    public int fifths() {
        int major = MAJOR_FIFTHS[tonicPitch().letter()]
                + FIFTHS_PER_SHARP * tonicPitch().alter();
        return switch (mode) {
            case MAJOR -> major;
            case MINOR -> major - MINOR_IS_LOWER_BY;
            case CHROMATIC -> 0;
        };
    }

    /** Moves a pitch from this key to the same degree of another. It goes up or down by less than an octave. */
    public Pitch move(Pitch pitch, MusicalKey to) {
        Pitch from = tonicPitch();
        Pitch target = to.tonicPitch();
        Pitch moved = pitch.plus(target.staffPosition() - from.staffPosition(), target.midi() - from.midi());
        return to.mode == Mode.CHROMATIC ? moved.plain() : moved;
    }

    private Pitch tonicPitch() {
        return Pitch.parse(tonic + ANY_OCTAVE);
    }
}
