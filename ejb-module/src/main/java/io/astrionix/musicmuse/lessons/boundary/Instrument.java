package io.astrionix.musicmuse.lessons.boundary;

import io.astrionix.musicmuse.analysis.score.InputKind;
import java.util.List;

/**
 * An instrument or a voice. All MIDI numbers are sounding pitches, not written ones.
 *
 * @param nameKey key of the name in the message bundle, for example {@code instrument.violin}
 * @param inputKind how its notes are made, and so how they are judged
 * @param clef the clef its players read first
 * @param furtherClefs clefs its players also read, taken where the first one would need too many ledger lines
 * @param lowestMidi lowest note of the full playable range
 * @param highestMidi highest note of the full playable range
 * @param transpositionSemitones sounding pitch = written pitch + this; -2 for an instrument in B flat. The guitar has 0:
 *     its clef says that it sounds an octave lower
 * @param comfortableLowestMidi lowest note of the range of the first years
 * @param comfortableHighestMidi highest note of the range of the first years
 * @param comfortableStartMidi about where the lowest note of an easy exercise lies
 */
public record Instrument(
        String id,
        String nameKey,
        InputKind inputKind,
        Clef clef,
        List<Clef> furtherClefs,
        int lowestMidi,
        int highestMidi,
        int transpositionSemitones,
        int comfortableLowestMidi,
        int comfortableHighestMidi,
        int comfortableStartMidi) {

    /** @throws IllegalArgumentException if the ranges are not inside one another */
    public Instrument {
        furtherClefs = List.copyOf(furtherClefs);
        if (lowestMidi > comfortableLowestMidi
                || comfortableLowestMidi > comfortableStartMidi
                || comfortableStartMidi > comfortableHighestMidi
                || comfortableHighestMidi > highestMidi) {
            throw new IllegalArgumentException("ranges of " + id + " are not inside one another");
        }
    }

    /** Whether its notes have pitches; else they are strokes, of which only the time counts. */
    public boolean hasPitch() {
        return inputKind != InputKind.PERCUSSION;
    }

    /** Whether both sounding notes, and so all between them, can be played. */
    public boolean plays(int lowest, int highest) {
        return lowest >= lowestMidi && highest <= highestMidi;
    }
}
