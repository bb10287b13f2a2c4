package io.astrionix.musicmuse.analysis;

import java.util.List;

/** Judges one take, whatever it is played on. */
public sealed interface TakeAnalysis permits TakeAnalyser, KeyTakeAnalyser {

    /** All verdicts as they were reported last, for somebody who was not listening all the time. */
    List<Feedback> verdictsSoFar();

    /**
     * Ends the take and judges it as a whole.
     *
     * @throws IllegalStateException if called twice
     */
    TakeResult finish();
}
