package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.listening.PitchEstimate;
import java.util.Optional;

/**
 * The pitch at one moment of a recording.
 *
 * @param atSample index of the sample in the middle of what was looked at
 * @param pitch the pitch; empty where none was heard
 */
public record PitchMoment(long atSample, Optional<PitchEstimate> pitch) {}
