package io.astrionix.musicmuse.analysis;

/** What the analysis has to say while the take is still going on. */
public sealed interface Feedback permits PitchHeard, NoteJudged, ExtraRetracted, PlayerFollowed {}
