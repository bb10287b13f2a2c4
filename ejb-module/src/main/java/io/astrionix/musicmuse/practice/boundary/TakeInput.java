package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.score.InputKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a take comes to the page. */
public enum TakeInput {
    MICROPHONE,
    /** A keyboard that sends MIDI: no sound, but which key and when. */
    MIDI;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in messages: {@code "microphone"} or {@code "midi"}. */
    public String id() {
        return id;
    }

    /** The one of that {@link #id()}; empty if there is none. */
    public static Optional<TakeInput> of(String id) {
        return Arrays.stream(values()).filter(input -> input.id.equals(id)).findFirst();
    }

    /**
     * How notes that come so are judged.
     *
     * @param instrument how those of the instrument are that the music was chosen for
     */
    public InputKind judgedAs(InputKind instrument) {
        return this == MIDI && instrument != InputKind.PERCUSSION ? InputKind.KEYS : instrument;
    }
}
