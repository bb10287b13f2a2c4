package io.astrionix.musicmuse.practice.boundary;

import java.util.List;

/** A completed session with the verdict on each of its notes, in the order of the music. */
public record SessionDetail(SessionView session, List<JudgedNoteView> notes) {

    public SessionDetail {
        notes = List.copyOf(notes);
    }
}
