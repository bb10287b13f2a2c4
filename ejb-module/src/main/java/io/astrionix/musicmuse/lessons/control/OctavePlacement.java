package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the octave in which music lies well on an instrument: inside the comfortable range as far as it goes, and of
 * those the one that begins nearest to the comfortable start.
 *
 * @param lowest lowest sounding MIDI number of the music, in any octave
 * @param highest highest sounding MIDI number of the music, in the same octave
 */
record OctavePlacement(Instrument instrument, int lowest, int highest) {

    private static final int SEMITONES_PER_OCTAVE = 12;
    private static final int WIDEST_SHIFT = 10;

    /** Octaves to move the music up (negative: down); empty if it fits in none. */
    Optional<Integer> usual() {
        return IntStream.rangeClosed(-WIDEST_SHIFT, WIDEST_SHIFT)
                .filter(this::fits)
                .boxed()
                .min(Comparator.comparingInt(this::semitonesOutsideComfort)
                        .thenComparingInt(this::distanceFromComfortableStart));
    }

    /** The octave a player can choose that fits and is nearest to the chosen one, counted from the usual octave. */
    Optional<Integer> nearestChoice(int chosen) {
        return usual().flatMap(usual -> IntStream.rangeClosed(ExerciseChoice.MIN_OCTAVE, ExerciseChoice.MAX_OCTAVE)
                .filter(octave -> fits(usual + octave))
                .boxed()
                .min(Comparator.comparingInt(octave -> Math.abs(octave - chosen))));
    }

    /** Whether the instrument plays the music when moved by so many octaves. */
    boolean fits(int octaves) {
        return instrument.plays(lowest(octaves), highest(octaves));
    }

    private int semitonesOutsideComfort(int octaves) {
        return Math.max(0, instrument.comfortableLowestMidi() - lowest(octaves))
                + Math.max(0, highest(octaves) - instrument.comfortableHighestMidi());
    }

    private int distanceFromComfortableStart(int octaves) {
        return Math.abs(lowest(octaves) - instrument.comfortableStartMidi());
    }

    private int lowest(int octaves) {
        return lowest + octaves * SEMITONES_PER_OCTAVE;
    }

    private int highest(int octaves) {
        return highest + octaves * SEMITONES_PER_OCTAVE;
    }
}
