package io.astrionix.musicmuse.practice.boundary;

import java.util.List;
import java.util.Objects;

/** A completed session with the verdict on each of its notes, in the order of the music, and the rules behind them. */
public record SessionDetail(SessionView session, List<JudgedNoteView> notes, JudgedBy judgedBy) {

    public SessionDetail {
        notes = List.copyOf(notes);
        Objects.requireNonNull(judgedBy, "judgedBy");
    }
}
