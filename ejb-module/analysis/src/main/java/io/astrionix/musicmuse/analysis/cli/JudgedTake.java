package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.SoundTrouble;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.util.Set;

/**
 * What came of judging a take.
 *
 * @param troubles what is wrong with its sound; empty if all is well, and for keys
 */
record JudgedTake(TakeScore score, Set<SoundTrouble> troubles) {}
