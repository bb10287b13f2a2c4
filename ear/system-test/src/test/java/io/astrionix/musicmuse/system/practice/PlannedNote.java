package io.astrionix.musicmuse.system.practice;

/**
 * A note that a player means to play.
 *
 * @param onsetSeconds from the start of the recording
 * @param midi sounding MIDI note number
 * @param durationSeconds until it is let go
 */
public record PlannedNote(double onsetSeconds, int midi, double durationSeconds) {

    PlannedNote raised(int semitones) {
        return new PlannedNote(onsetSeconds, midi + semitones, durationSeconds);
    }

    PlannedNote delayed(int millis) {
        double delay = millis / 1000.0;
        return new PlannedNote(onsetSeconds + delay, midi, durationSeconds - delay);
    }
}
