package io.astrionix.musicmuse.analysis.score;

import java.util.Arrays;
import java.util.Locale;

/** How the notes of a take are made, which decides what of them can be judged. */
public enum InputKind {
    /** Winds, bowed and plucked strings: the player has a part in how pure a note is. */
    TUNED,
    /** A singing voice, which has to find each pitch by itself. */
    VOICE,
    /** Keys, also those of MIDI: the key is the note, and how pure it is nobody at the keys decides. */
    KEYS,
    /** Drums and clapping: there is a rhythm and no pitch. */
    PERCUSSION;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in files and in storage: lower case, for example {@code "voice"}. */
    public String id() {
        return id;
    }

    /**
     * The kind of that {@link #id()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static InputKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of input: " + id));
    }
}
