package io.astrionix.musicmuse.analysis;

/**
 * A note that was reported as extra is not extra after all.
 *
 * @param id {@link io.astrionix.musicmuse.analysis.score.NoteVerdict#extraId()} of the earlier report
 */
public record ExtraRetracted(int id) implements Feedback {}
