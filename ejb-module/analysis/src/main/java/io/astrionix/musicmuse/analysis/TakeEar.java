package io.astrionix.musicmuse.analysis;

import java.util.OptionalDouble;
import java.util.function.Consumer;

/** What listens to the sound of a take, and knows what was played in it. */
interface TakeEar extends PlayedSoFar {

    /**
     * Takes in the next samples.
     *
     * @param samples 16-bit mono samples
     * @param offset index of the first of them to take in
     * @param length how many to take in, any number from 0
     * @param moments is told the pitch, if any, of each moment that was heard since, in the order of time; whoever is told
     *     may ask this ear about that moment
     */
    void accept(short[] samples, int offset, int length, Consumer<PitchMoment> moments);

    /** Ends the stream: decides what still waits for more sound. */
    void finish();

    /** How much was taken in, in seconds. */
    double secondsHeard();

    /** How loud it was last, in dB below full scale, at least -120. */
    double levelDbfs();

    /** How loud the mains hum, in dB below full scale; empty if they do not. */
    OptionalDouble humDbfs();

    /** As long as it is the same, nothing that was played has come, gone or become certain. */
    long revision();
}
