package io.astrionix.musicmuse.lessons.entity;

import java.util.List;

/** What kind of key an exercise is in, and so which twelve keys it is offered in. */
public enum Mode {
    MAJOR("C Db D Eb E F F# G Ab A Bb B"),
    MINOR("C C# D Eb E F F# G G# A Bb B"),
    /** Without a key signature: every note has its own accidental, in its plainest spelling. */
    CHROMATIC("C Db D Eb E F F# G Ab A Bb B");

    private final String tonics;

    Mode(String tonics) {
        this.tonics = tonics;
    }

    /** The twelve tonics by semitones from C, each in the spelling with the fewest accidentals in its signature. */
    public List<String> tonics() {
        return List.of(tonics.split(" "));
    }
}
