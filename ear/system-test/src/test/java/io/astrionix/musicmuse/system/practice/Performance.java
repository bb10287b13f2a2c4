package io.astrionix.musicmuse.system.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a player plays, note by note, mistakes included. Indexes are those of the notes in {@link #notes}: make mistakes
 * of the last kind, {@link #without}, last.
 *
 * @param program General MIDI program of the instrument, 0-based
 * @param lengthSeconds length of the recording
 * @param tuningCents by how much the instrument is off as a whole, in cents, sharp is positive
 */
public record Performance(int program, List<PlannedNote> notes, double lengthSeconds, double tuningCents) {

    /** General MIDI's violin. */
    public static final int VIOLIN = 40;

    /** General MIDI's wood block: struck, and of its pitch nothing counts. */
    public static final int WOOD_BLOCK = 115;

    private static final double TAIL_SECONDS = 1;

    /** In place of a MIDI note: nothing is played for a beat. */
    public static final int REST = 0;

    /** A player lets go of a note a little before the next. */
    private static final double SOUNDING_SHARE = 0.93;

    public Performance {
        notes = List.copyOf(notes);
    }

    /**
     * Equally long notes one after the other.
     *
     * @param startSeconds when the first one begins
     * @param beatSeconds from one to the next
     * @param midi their MIDI note numbers, or {@link #REST}
     */
    public static Performance ofBeats(int program, double startSeconds, double beatSeconds, int... midi) {
        var notes = IntStream.range(0, midi.length)
                .filter(i -> midi[i] != REST)
                .mapToObj(i -> new PlannedNote(startSeconds + i * beatSeconds, midi[i], beatSeconds * SOUNDING_SHARE))
                .toList();
        return new Performance(program, notes, startSeconds + midi.length * beatSeconds + TAIL_SECONDS, 0);
    }

    /** On an instrument that is off by so many cents. */
    public Performance offBy(double cents) {
        return new Performance(program, notes, lengthSeconds, cents);
    }

    /** One note is played higher (or lower) by so many semitones. */
    public Performance withWrong(int note, int semitones) {
        return with(note, n -> n.raised(semitones));
    }

    /** One note begins so many milliseconds after its time, and ends on time. */
    public Performance withLate(int note, int millis) {
        return with(note, n -> n.delayed(millis));
    }

    /** One note is not played. */
    public Performance without(int note) {
        var others = new ArrayList<>(notes);
        others.remove(note);
        return new Performance(program, others, lengthSeconds, tuningCents);
    }

    private Performance with(int note, UnaryOperator<PlannedNote> mistake) {
        var changed = new ArrayList<>(notes);
        changed.set(note, mistake.apply(changed.get(note)));
        return new Performance(program, changed, lengthSeconds, tuningCents);
    }
}
