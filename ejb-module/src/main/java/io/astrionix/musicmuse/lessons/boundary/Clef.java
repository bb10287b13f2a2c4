package io.astrionix.musicmuse.lessons.boundary;

/** The sign at the start of a staff that says which line is which note. */
public enum Clef {
    TREBLE("G", 2, 0),
    /** Treble clef with a small 8 below: notes sound an octave lower than in the plain treble clef. */
    TREBLE_8VB("G", 2, -1),
    ALTO("C", 3, 0),
    TENOR("C", 4, 0),
    BASS("F", 4, 0),
    /** Notes have no pitch; they stand where they would in the treble clef. */
    PERCUSSION("percussion", 2, 0);

    private final String sign;
    private final int line;
    private final int octaveChange;

    Clef(String sign, int line, int octaveChange) {
        this.sign = sign;
        this.line = line;
        this.octaveChange = octaveChange;
    }

    /** The MusicXML sign: G, F, C or percussion. */
    public String sign() {
        return sign;
    }

    /** The staff line the sign sits on, 1 (lowest) to 5. */
    public int line() {
        return line;
    }

    /** Octaves by which the clef's small figure 8 moves the notes: -1 for 8 below, 0 for none. */
    public int octaveChange() {
        return octaveChange;
    }
}
