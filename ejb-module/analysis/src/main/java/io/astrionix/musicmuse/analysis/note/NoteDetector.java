package io.astrionix.musicmuse.analysis.note;

import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import java.util.List;
import java.util.Optional;

/**
 * Finds the notes of one voice in a stream of sound, hop by hop. Keeps state: one instance per take, one thread at a
 * time.
 */
public interface NoteDetector {

    /** How many new samples each call of {@link #hear} brings. */
    int hopLength();

    /** How many samples {@link #hear} wants to look at. */
    int windowLength();

    /**
     * Takes in the next hop.
     *
     * @param window the last {@link #windowLength()} samples from -1 to 1, zeros before the start of the take; the last
     *     {@link #hopLength()} of them are new; not modified
     * @param endSample how many samples of the take were heard up to now
     */
    void hear(float[] window, long endSample);

    /** Ends the take: decides what still waits for more sound. */
    void finish();

    /** The notes found so far, in the order of time. A later call may return other values for the latest notes. */
    List<HeardNote> notes();

    /** Counts the changes of {@link #notes()}: as long as it is the same, so are the notes. */
    long revision();

    /** The longest time from the beginning of a note until it is found, in seconds. */
    double longestDelaySeconds();

    /** The pitch of this moment, for display. */
    Optional<PitchEstimate> pitch();
}
