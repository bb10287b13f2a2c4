package io.astrionix.musicmuse.analysis.follow;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.ArrayList;
import java.util.List;

/** Somebody who plays music at an own time: stops, goes elsewhere, becomes faster and slower. */
public final class Player {

    private final List<ExpectedNote> music;
    private final List<PlayedNote> played = new ArrayList<>();
    private double now;

    /** @param startSeconds when the first note is played */
    public Player(List<ExpectedNote> music, double startSeconds) {
        this.music = music;
        this.now = startSeconds;
    }

    /** Has played these notes before. */
    public Player after(List<PlayedNote> before) {
        played.addAll(0, before);
        return this;
    }

    /** Plays notes of the music from one to before another one, so many times as slow as written. */
    public Player plays(int from, int to, double slower) {
        for (int note = from; note < to; note++) {
            plays(note, 0, 0, slower);
        }
        return this;
    }

    public Player plays(int from, int to) {
        return plays(from, to, 1);
    }

    /** Plays a note so many semitones off and so many seconds late, and keeps the beat. */
    public Player plays(int note, double semitones, double late, double slower) {
        ExpectedNote meant = music.get(note);
        played.add(new PlayedNote(
                played.size(), now + late, meant.durationSeconds() * slower * 0.9, meant.midi() + semitones));
        return skips(note, slower);
    }

    /** Leaves out a note, and keeps the beat. */
    public Player skips(int note, double slower) {
        double next = note + 1 < music.size()
                ? music.get(note + 1).startSeconds()
                : music.get(note).startSeconds() + 1;
        now += (next - music.get(note).startSeconds()) * slower;
        return this;
    }

    public Player waits(double seconds) {
        now += seconds;
        return this;
    }

    public List<PlayedNote> played() {
        return played;
    }
}
