package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.entity.Pitch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows which accidentals are in force in a bar: those of the key signature, and those written before in the bar. */
final class Accidentals {

    private static final String ORDER_OF_SHARPS = "FCGDAEB";

    private final int fifths;
    private final Map<Integer, Integer> alterInBar = new HashMap<>();

    /** @param fifths sharps of the key signature; negative for flats */
    Accidentals(int fifths) {
        this.fifths = fifths;
    }

    /** Bar line: only the key signature counts again. */
    void startBar() {
        alterInBar.clear();
    }

    /** The MusicXML name of the accidental to write before the note; empty if it needs none. */
    Optional<String> before(Pitch pitch) {
        int inForce = alterInBar.getOrDefault(pitch.staffPosition(), signature(pitch));
        alterInBar.put(pitch.staffPosition(), pitch.alter());
        return inForce == pitch.alter() ? Optional.empty() : Optional.of(name(pitch.alter()));
    }

    private int signature(Pitch pitch) {
        int place = ORDER_OF_SHARPS.indexOf(pitch.step());
        if (place < fifths) {
            return 1;
        }
        return ORDER_OF_SHARPS.length() - 1 - place < -fifths ? -1 : 0;
    }

    private static String name(int alter) {
        return switch (alter) {
            case -2 -> "flat-flat";
            case -1 -> "flat";
            case 0 -> "natural";
            case 1 -> "sharp";
            case 2 -> "double-sharp";
            default -> throw new IllegalArgumentException("no accidental for " + alter + " semitones");
        };
    }
}
