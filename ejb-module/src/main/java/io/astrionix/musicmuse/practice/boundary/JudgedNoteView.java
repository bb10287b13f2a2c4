package io.astrionix.musicmuse.practice.boundary;

import java.util.Optional;

/**
 * The verdict on one note.
 *
 * @param writtenName the note as written, such as {@code F#4}; empty for a note that was not asked for
 * @param bar bar from 1; 0 for a note that was not asked for
 * @param verdict the verdict's id, such as {@code late}
 * @param timingMillis milliseconds late (positive) or early
 * @param cents cents sharp (positive) or flat
 * @param heardMidi the pitch heard as a fractional MIDI number
 * @param isSure whether the verdict is more than a guess
 */
public record JudgedNoteView(
        int noteIndex,
        String writtenName,
        int bar,
        String verdict,
        Optional<Double> timingMillis,
        Optional<Double> cents,
        Optional<Double> heardMidi,
        boolean isSure) {}
