package io.astrionix.musicmuse.legal.boundary;

/** A line of a comparison of two versions. */
public record DiffLine(Change change, String text) {

    /** What became of it. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }
}
