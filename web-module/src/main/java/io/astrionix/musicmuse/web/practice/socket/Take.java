package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.Feedback;
import io.astrionix.musicmuse.analysis.KeyTakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeAnalysis;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.analysis.TakeSound;
import io.astrionix.musicmuse.analysis.TakeTerms;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.practice.boundary.StartedPractice;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.shared.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

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
    private final KeyLimit keyLimit;
    private TakeAnalysis analysis;

    private PracticeConnection connection;
    private long detachedNanos = System.nanoTime();
    private long nextSequence;
    private long samples;
    private TakeResult judged;

    private final Object storing = new Object();
    private volatile String resultMessage;

    Take(AccountId account, ControlMessage.Start start, StartedPractice practice, TakeLimits limits) {
        var exercise = practice.exercise();
        this.session = practice.session();
        this.account = account;
        this.sampleRate = start.sampleRate();
        this.latencySeconds = start.latencySeconds();
        this.calibrated = start.command().calibrated();
        this.expected = exercise.notes().size();
        this.keyLimit = new KeyLimit(sampleRate, expected);
        double musicStart = start.command().musicStartSeconds();
        this.maxSamples = limits.maxSamples(musicStart, exercise.lengthSeconds(), sampleRate);
        var terms = new TakeTerms(
                exercise.expectedNotes(musicStart),
                practice.rules(),
                start.command().pace().following(exercise.secondsPerBeat()),
                latencySeconds);
        this.analysis = start.command().input() == TakeInput.MIDI
                ? new KeyTakeAnalyser(sampleRate, terms)
                : new TakeAnalyser(sampleRate, terms, sound(exercise, start));
    }

    private TakeSound sound(Exercise exercise, ControlMessage.Start start) {
        var clicks = PageMetronome.clicks(exercise, start, (double) maxSamples / sampleRate);
        return TakeSound.of(exercise.inputKind(), start.concertPitch(), clicks);
    }

    /**
     * Makes {@code newConnection} the one that feeds this take; another one that did is closed.
     *
     * @return the number of the frame that is wanted next
     */
    long attach(PracticeConnection newConnection) {
        PracticeConnection old;
        long next;
        synchronized (this) {
            old = connection;
            connection = newConnection;
            next = nextSequence;
        }
        if (old != null && old != newConnection) {
            old.refuse(PracticeClose.SECOND_START);
        }
        return next;
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
     * @return what can be said now; nothing if another socket feeds the take meanwhile, or it is judged
     * @throws ProtocolViolation OUT_OF_SEQUENCE if it is not the next; TOO_LONG if the take has its full length; TOO_FAST
     *     if more keys were pressed than anybody can; MALFORMED if it is sound of a take on keys or the other way round;
     *     then nothing of the frame was taken
     */
    synchronized List<Feedback> hear(PracticeConnection feeder, TakeFrame frame) throws ProtocolViolation {
        if (connection != feeder || judged != null) {
            return List.of();
        }
        if (frame.sequence() != nextSequence || frame.firstSample() != samples) {
            throw new ProtocolViolation(PracticeClose.OUT_OF_SEQUENCE);
        }
        if (samples + frame.length() > maxSamples) {
            throw new ProtocolViolation(PracticeClose.TOO_LONG);
        }
        var feedback = analyse(frame);
        nextSequence++;
        samples += frame.length();
        return feedback;
    }

    private List<Feedback> analyse(TakeFrame frame) throws ProtocolViolation {
        if (analysis instanceof TakeAnalyser ear && frame instanceof AudioFrame sound) {
            return ear.accept(sound.samples(), 0, sound.length());
        }
        if (analysis instanceof KeyTakeAnalyser keyboard && frame instanceof KeyFrame keys) {
            return keyboard.accept(keyLimit.noted(keys), keys.length());
        }
        throw new ProtocolViolation(PracticeClose.MALFORMED);
    }

    /** The verdicts told so far, for a page that may have missed some. */
    synchronized List<Feedback> verdictsSoFar() {
        return judged == null ? analysis.verdictsSoFar() : List.of();
    }

    /**
     * Judges what was heard and has it stored, once: if storing fails it can be tried again, if it was done the same
     * message is given again.
     *
     * @param store keeps the score; what it throws is thrown on
     * @return the result's message
     */
    String result(Consumer<TakeResult> store) {
        synchronized (storing) { // not the take's own lock: the database may be slow
            if (resultMessage == null) {
                var result = judge();
                store.accept(result);
                resultMessage = ServerMessages.result(this, result);
            }
            return resultMessage;
        }
    }

    private synchronized TakeResult judge() {
        if (judged == null) {
            judged = analysis.finish();
            analysis = null; // its buffers are most of what a take holds
        }
        return judged;
    }

    /** The result's message, once the take is judged and stored. */
    Optional<String> resultMessage() {
        return Optional.ofNullable(resultMessage);
    }

    synchronized boolean isFedBy(PracticeConnection candidate) {
        return connection == candidate;
    }

    /** Whether no socket has fed it for longer than {@code grace}. */
    synchronized boolean isForgotten(Duration grace) {
        return waitedNanos() > grace.toNanos();
    }

    /** How long no socket has fed it, in ns; 0 while one does. */
    synchronized long waitedNanos() {
        return connection == null ? System.nanoTime() - detachedNanos : 0;
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
