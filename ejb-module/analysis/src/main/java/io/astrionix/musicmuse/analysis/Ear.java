package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.listening.HeardNote;
import io.astrionix.musicmuse.analysis.listening.NoteDetector;
import io.astrionix.musicmuse.analysis.listening.SoundSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Listens to a stream of sound without knowing what should be played: tells pitches and notes, and judges nothing.
 * docs/listening.md says how it hears.
 *
 * <p>The only clock is the number of samples taken in, so nothing depends on when or in what portions the sound arrives.
 * One instance per stream; used by one thread at a time.
 */
public final class Ear {

    /** Pitch is read from how far phases turned between two looks: it is that of the sample in their middle. */
    private static final int BETWEEN_LOOKS = NoteDetector.HOP / 2;

    private final NoteDetector detector;
    private final SoundIntake intake;

    /** For an instrument; as {@link #Ear(int, SoundSource)}. */
    public Ear(int sampleRate) {
        this(sampleRate, SoundSource.INSTRUMENT);
    }

    /**
     * @param sampleRate samples per second, 44100 or 48000
     * @param source what makes the notes
     * @throws IllegalArgumentException if the sample rate is another one
     */
    public Ear(int sampleRate, SoundSource source) {
        this.intake = new SoundIntake(sampleRate, NoteDetector.HOP);
        this.detector = new NoteDetector(sampleRate, source);
    }

    /**
     * Takes in the next samples.
     *
     * @param samples 16-bit mono samples
     * @param offset index of the first of them to take in
     * @param length how many to take in, any number from 0
     * @param pitches is told the pitch of each moment that was heard since, in the order of time; whoever is told may ask
     *     this ear about notes and level of that moment
     * @throws IndexOutOfBoundsException if offset and length do not lie inside the array
     */
    public void accept(short[] samples, int offset, int length, Consumer<PitchMoment> pitches) {
        intake.accept(samples, offset, length, hop -> hear(hop, pitches));
    }

    private void hear(float[] hop, Consumer<PitchMoment> pitches) {
        detector.hear(hop);
        long moment = intake.middle() - BETWEEN_LOOKS;
        if (moment >= 0) {
            pitches.accept(new PitchMoment(moment, detector.pitch()));
        }
    }

    /** Ends the stream: decides what still waits for more sound. */
    public void finish() {
        detector.finish();
    }

    /** How much was taken in, in seconds. */
    public double secondsHeard() {
        return intake.secondsHeard();
    }

    /** Up to when all notes that began are among {@link #notes()}, in seconds after sample 0. */
    public double notesHeardUntilSeconds() {
        return secondsHeard() - detector.longestDelaySeconds();
    }

    /** How loud it was last, in dB below full scale, at least -120. */
    double levelDbfs() {
        return intake.levelDbfs();
    }

    /** How loud the mains hum, which is taken out, in dB below full scale; empty if they do not. */
    OptionalDouble humDbfs() {
        return intake.humDbfs();
    }

    /** The notes found so far, in the order of time. A later call may return other values for the latest notes. */
    public List<HeardNote> notes() {
        return detector.notes();
    }

    /** The notes found so far but so many of the first. */
    List<HeardNote> notesAfter(int first) {
        return detector.notesAfter(first);
    }

    /** How many of the first notes stay as they are, whatever comes. */
    int notesOver() {
        return detector.notesOver();
    }

    /** Counts the changes of {@link #notes()}: as long as it is the same, no note has come, gone or become certain. */
    public long revision() {
        return detector.revision();
    }
}
