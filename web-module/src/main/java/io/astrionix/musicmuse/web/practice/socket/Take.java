package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.Feedback;
import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.practice.boundary.StartedPractice;
import io.astrionix.musicmuse.shared.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A take that is being played: lives in memory only, outlives its socket for a while. Sound goes through it and is
 * forgotten (R12). Safe for more than one thread; in fact one socket at a time feeds it.
 */
final class Take {

    private final UUID session;
    private final AccountId account;
    private final int sampleRate;
    private final double latencySeconds;
    private final long maxSamples;
    private final boolean calibrated;
    private final int expected;
    private final TakeAnalyser analyser;

    private PracticeConnection connection;
    private long detachedNanos;
    private long nextSequence;
    private long samples;
    private boolean finished;
    private String resultMessage;

    Take(AccountId account, ControlMessage.Start start, StartedPractice practice, TakeLimits limits) {
        var exercise = practice.exercise();
        double musicStart = (double) start.musicStart() / start.sampleRate();
        this.session = practice.session();
        this.account = account;
        this.sampleRate = start.sampleRate();
        this.latencySeconds = start.latencySeconds();
        this.calibrated = start.command().calibrated();
        this.expected = exercise.notes().size();
        this.maxSamples = limits.maxSamples(musicStart, exercise.lengthSeconds(), sampleRate);
        this.analyser = new TakeAnalyser(
                sampleRate,
                expectedNotes(exercise, musicStart),
                start.command().strictness().rules(),
                latencySeconds);
    }

    private static List<ExpectedNote> expectedNotes(Exercise exercise, double musicStart) {
        return exercise.notes().stream()
                .map(note -> new ExpectedNote(
                        note.index(),
                        note.soundingMidi(),
                        musicStart + exercise.startSeconds(note),
                        exercise.durationSeconds(note)))
                .toList();
    }

    /** Makes {@code newConnection} the one that feeds this take; another one that did is closed. */
    void attach(PracticeConnection newConnection) {
        PracticeConnection old;
        synchronized (this) {
            old = connection;
            connection = newConnection;
        }
        if (old != null && old != newConnection) {
            old.refuse(PracticeClose.SECOND_START);
        }
    }

    /** The socket is gone; the take begins to wait. */
    synchronized void detach(PracticeConnection gone) {
        if (connection == gone) {
            connection = null;
            detachedNanos = System.nanoTime();
        }
    }

    /**
     * Takes in the next frame.
     *
     * @return what can be said now
     * @throws ProtocolViolation OUT_OF_SEQUENCE if it is not the next; TOO_LONG if the take has its full length; then
     *     nothing of the frame was taken
     */
    synchronized List<Feedback> hear(AudioFrame frame) throws ProtocolViolation {
        if (frame.sequence() != nextSequence || frame.firstSample() != samples) {
            throw new ProtocolViolation(PracticeClose.OUT_OF_SEQUENCE);
        }
        if (samples + frame.samples().length > maxSamples) {
            throw new ProtocolViolation(PracticeClose.TOO_LONG);
        }
        nextSequence++;
        samples += frame.samples().length;
        return analyser.accept(frame.samples(), 0, frame.samples().length);
    }

    /** Judges what was heard; called once. */
    synchronized TakeResult finish() {
        finished = true;
        return analyser.finish();
    }

    synchronized boolean isFinished() {
        return finished;
    }

    /** Keeps the result's message for a page that lost its connection before it came. */
    synchronized void keepResult(String message) {
        resultMessage = message;
    }

    /** The result's message, once the take is judged and stored. */
    synchronized Optional<String> resultMessage() {
        return Optional.ofNullable(resultMessage);
    }

    synchronized boolean isFedBy(PracticeConnection candidate) {
        return connection == candidate;
    }

    /** Whether no socket has fed it for longer than {@code grace}. */
    synchronized boolean isForgotten(Duration grace) {
        return connection == null && System.nanoTime() - detachedNanos > grace.toNanos();
    }

    boolean belongsTo(AccountId candidate) {
        return account.equals(candidate);
    }

    UUID session() {
        return session;
    }

    /**
     * @param onsetSeconds when a note was played, the device's delay taken off
     * @return the index of the sample in which it was heard
     */
    long sampleHeardAt(double onsetSeconds) {
        return Math.round((onsetSeconds + latencySeconds) * sampleRate);
    }

    boolean calibrated() {
        return calibrated;
    }

    int expected() {
        return expected;
    }

    synchronized long nextSequence() {
        return nextSequence;
    }

    synchronized long samples() {
        return samples;
    }

    /** How long the take is so far. */
    synchronized Duration played() {
        return Duration.ofMillis(samples * 1000 / sampleRate);
    }
}
