package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A player's notes, in the order of time. Starts as the music says; the methods plant mistakes.
 *
 * @param notes what is really played
 */
public record Performance(List<Note> notes) {

    /** One note as it is played: fractional MIDI number, seconds, MIDI velocity. */
    public record Note(double midi, double start, double duration, int velocity) {}

    /** The music: one beat of silence, then the pitches one after another, each that many beats long. */
    public static List<ExpectedNote> music(double bpm, double beats, int... pitches) {
        List<ExpectedNote> expected = new ArrayList<>();
        double length = 60 / bpm * beats;
        for (int i = 0; i < pitches.length; i++) {
            expected.add(new ExpectedNote(i, pitches[i], 0.5 + i * length, length));
        }
        return expected;
    }

    /** The same music, so many seconds later. */
    static List<ExpectedNote> later(double seconds, List<ExpectedNote> music) {
        return music.stream()
                .map(n -> new ExpectedNote(n.index(), n.midi(), n.startSeconds() + seconds, n.durationSeconds()))
                .toList();
    }

    /** Plays the music as it stands; each note sounds for that share of its length. */
    public static Performance of(List<ExpectedNote> music, double share) {
        return new Performance(music.stream()
                .map(n -> new Note(n.midi(), n.startSeconds(), n.durationSeconds() * share, 90))
                .toList());
    }

    /** On an instrument that is off by so many cents. */
    Performance offBy(double cents) {
        return new Performance(notes.stream()
                .map(n -> new Note(n.midi() + cents / 100, n.start(), n.duration(), n.velocity()))
                .toList());
    }

    /** Heard so many seconds later. */
    Performance later(double seconds) {
        return new Performance(notes.stream()
                .map(n -> new Note(n.midi(), n.start() + seconds, n.duration(), n.velocity()))
                .toList());
    }

    Performance withWrong(int note, double semitones) {
        Note n = notes.get(note);
        return with(note, new Note(n.midi() + semitones, n.start(), n.duration(), n.velocity()));
    }

    Performance withShifted(int note, double seconds) {
        Note n = notes.get(note);
        return with(note, new Note(n.midi(), n.start() + seconds, n.duration() - Math.max(0, seconds), n.velocity()));
    }

    Performance without(int note) {
        List<Note> changed = new ArrayList<>(notes);
        changed.remove(note);
        return new Performance(changed);
    }

    Performance withExtra(double midi, double start, double duration) {
        List<Note> changed = new ArrayList<>(notes);
        changed.add(new Note(midi, start, duration, 90));
        changed.sort(Comparator.comparingDouble(Note::start));
        return new Performance(changed);
    }

    private Performance with(int note, Note instead) {
        List<Note> changed = new ArrayList<>(notes);
        changed.set(note, instead);
        return new Performance(changed);
    }

    public double lastsSeconds() {
        return notes.stream().mapToDouble(n -> n.start() + n.duration()).max().orElse(0) + 1.5;
    }
}
