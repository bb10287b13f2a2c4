package io.astrionix.musicmuse.analysis.listening.training;

/** Instruments of General MIDI that play one note at a time, in the range in which learners play them. */
public enum TrainingInstrument {
    PIANO(0, 48, 84),
    ELECTRIC_PIANO(4, 45, 84),
    ACCORDION(21, 55, 84),
    NYLON_GUITAR(24, 45, 76),
    UKULELE(24, 60, 81),
    STEEL_GUITAR(25, 43, 76),
    JAZZ_GUITAR(26, 43, 76),
    MUTED_GUITAR(28, 43, 74),
    ACOUSTIC_BASS(32, 31, 55),
    ELECTRIC_BASS(33, 31, 55),
    VIOLIN(40, 55, 88),
    VIOLA(41, 48, 76),
    CELLO(42, 36, 67),
    CONTRABASS(43, 31, 55),
    HARP(46, 45, 84),
    CHOIR(52, 50, 74),
    VOICE(53, 50, 74),
    TRUMPET(56, 55, 82),
    TROMBONE(57, 41, 70),
    TUBA(58, 31, 55),
    HORN(60, 41, 72),
    SOPRANO_SAX(64, 56, 84),
    ALTO_SAX(65, 49, 78),
    OBOE(68, 60, 86),
    BASSOON(70, 36, 65),
    CLARINET(71, 50, 84),
    PICCOLO(72, 74, 98),
    FLUTE(73, 60, 91),
    RECORDER(74, 67, 91);

    private final int program;
    private final int lowest;
    private final int highest;

    TrainingInstrument(int program, int lowest, int highest) {
        this.program = program;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The number of the General MIDI program, counted from 0. */
    int program() {
        return program;
    }

    /** The lowest MIDI number that is played. */
    int lowest() {
        return lowest;
    }

    /** The highest MIDI number that is played. */
    int highest() {
        return highest;
    }
}
