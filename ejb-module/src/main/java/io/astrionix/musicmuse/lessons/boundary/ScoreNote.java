package io.astrionix.musicmuse.lessons.boundary;

/**
 * One note to be played. Notes tied together are one; rests are none. Beats are quarter notes.
 *
 * @param index 0 for the first note of the exercise, then +1
 * @param soundingMidi MIDI number of the pitch that is heard
 * @param startBeat beats from the start of the first bar
 * @param durationBeats beats it lasts, ties included
 * @param bar number of the bar it starts in, from 1
 * @param beatInBar where in that bar it starts, from 1; 2.5 is half a beat after beat 2
 * @param writtenName the note on the player's page, for example {@code F#4}, {@code Bb3}, {@code F##5}; empty for a
 *     stroke that has no pitch
 */
public record ScoreNote(
        int index,
        int soundingMidi,
        double startBeat,
        double durationBeats,
        int bar,
        double beatInBar,
        String writtenName) {}
