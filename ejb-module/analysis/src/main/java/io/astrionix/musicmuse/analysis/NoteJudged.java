package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.NoteVerdict;

/**
 * A new verdict, or another one than before on the same note: the newest counts.
 *
 * @param verdict on an expected note, or on an extra note
 */
public record NoteJudged(NoteVerdict verdict) implements Feedback {}
