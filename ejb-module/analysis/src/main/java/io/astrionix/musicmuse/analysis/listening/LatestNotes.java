package io.astrionix.musicmuse.analysis.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The notes found so far, in the order of their onsets: what may still change of them, and what is over. */
final class LatestNotes {

    /** Frames after its onset from which on nothing about a note changes any more but its length. */
    private static final int OPEN_FRAMES = 80;

    /** What began so many notes ago has nothing to do any more with what begins now, though it may still sound. */
    private static final int MOST_OPEN = 16;

    /** In semitones. */
    private static final double SAME_PITCH = 0.5;

    private final List<HeardNote> over = new ArrayList<>();
    private final List<SoundingNote> open = new ArrayList<>();

    private final SoundSource source;
    private int nextId;
    private long revision;

    /** @param source what makes the notes */
    LatestNotes(SoundSource source) {
        this.source = source;
    }

    /**
     * Puts in a note that begins.
     *
     * @param frame where it was found
     * @param step its pitch, as a step of the {@link PitchSpectrum}
     * @param evidence how probable it is, 0 to 1
     * @param spectrum in which its pitch is measured
     */
    SoundingNote begin(long frame, long onsetSample, int step, double evidence, PitchSpectrum spectrum) {
        var note = new SoundingNote(nextId++, frame, onsetSample, step, evidence, source);
        if (source != SoundSource.VOICE) { // which is still on its way to its pitch
            note.measure(spectrum);
        }
        insert(note);
        changed();
        return note;
    }

    /** Places the onset of a note anew. */
    void move(SoundingNote note, long frame, long onsetSample, int step) {
        open.remove(note);
        note.move(frame, onsetSample, step);
        insert(note);
        changed();
    }

    void insert(SoundingNote note) {
        int at = open.size();
        while (at > 0 && open.get(at - 1).onsetSample() > note.onsetSample()) {
            at--;
        }
        open.add(at, note);
    }

    void remove(SoundingNote note) {
        open.remove(note);
    }

    /** To be called where a note has become more or less likely. */
    void changed() {
        revision++;
    }

    /** Counts the changes: as long as it is the same, no note has come, gone or become more or less likely. */
    long revision() {
        return revision;
    }

    /** Those of which something may still change, in the order of their onsets. */
    List<SoundingNote> open() {
        return open;
    }

    /** A note of that pitch that begins within so many frames of that one. */
    Optional<SoundingNote> beside(long frame, int frames, int step) {
        for (SoundingNote note : open) {
            if (Math.abs(note.frame() - frame) <= frames && PitchSpectrum.isSame(note.step(), step)) {
                return Optional.of(note);
            }
        }
        return Optional.empty();
    }

    /** Whether the last likely note that had begun by that frame is of that pitch. */
    boolean soundedAt(long frame, int step) {
        for (int i = open.size() - 1; i >= 0; i--) {
            SoundingNote note = open.get(i);
            if (note.isLikely() && note.frame() <= frame) {
                return Math.abs(note.midi() - PitchSpectrum.midi(step)) < SAME_PITCH;
            }
        }
        return false;
    }

    /** One voice: where a note begins, those before it end. */
    void endThoseBefore(SoundingNote note) {
        endBefore(note, other -> other != note);
    }

    /** The notes that ended where one began which is none after all, end where another begins. */
    void moveEnds(SoundingNote none, SoundingNote another) {
        for (SoundingNote note : open) {
            if (note.isEnded() && note != none && note.endSample() == none.onsetSample()) {
                note.end(another.onsetSample());
            }
        }
    }

    /** As {@link #endThoseBefore}, but a note of the same pitch may be going on. */
    void endOthersBefore(SoundingNote note) {
        endBefore(note, other -> !HeardNote.mayBeOnePitch(other.midi(), note.midi()));
    }

    private void endBefore(SoundingNote note, Predicate<SoundingNote> ends) {
        for (SoundingNote other : open) {
            if (!other.isEnded() && other.onsetSample() <= note.onsetSample() && ends.test(other)) {
                other.end(note.onsetSample());
            }
        }
    }

    /** Puts away what cannot change any more; of a note that sounds on for long, what was heard of it. */
    void putAway(long frame) {
        while (!open.isEmpty()
                && open.get(0).frame() < frame - OPEN_FRAMES
                && (open.get(0).isEnded() || open.size() > MOST_OPEN)) {
            over.add(open.remove(0).heard());
        }
    }

    /** How many of the first notes cannot change any more. */
    int over() {
        return over.size();
    }

    /** All notes but so many of the first, as they are now. */
    List<HeardNote> after(int first) {
        List<HeardNote> heard = new ArrayList<>(over.subList(Math.min(first, over.size()), over.size()));
        for (int i = Math.max(0, first - over.size()); i < open.size(); i++) {
            heard.add(open.get(i).heard());
        }
        return heard;
    }
}
