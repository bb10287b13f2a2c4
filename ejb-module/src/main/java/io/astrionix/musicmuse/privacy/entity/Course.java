package io.astrionix.musicmuse.privacy.entity;

import io.astrionix.musicmuse.privacy.boundary.RequestAlarm;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a request has come, and what is next at a moment: the rules alone, without database, clock or mail. Each change
 * gives a new one.
 *
 * @param stepsDone of the kind's steps
 * @param alarm the last that was raised
 */
public record Course(
        RequestKind kind,
        RequestState state,
        Instant receivedAt,
        Instant askedAt,
        Optional<Instant> coolOffUntil,
        int stepsDone,
        Optional<RequestAlarm> alarm) {

    /** Counted from the receipt, whatever the identity check takes (A3). */
    public static final Duration TIME_TO_ANSWER = Duration.ofDays(30);

    public static final Duration TIME_TO_PROVE = Duration.ofDays(7);

    public static final Duration COOL_OFF = Duration.ofDays(7);

    /** What is due. */
    public enum Move {
        /** Time has passed: see {@link RequestAlarm}. */
        ALARM,
        /** Nobody has proved to be the person within the time for it. */
        LAPSE,
        /** The owner is known: the work or the time to think again begins. */
        START,
        /** The time to think again is over. */
        BEGIN,
        /** The next step, or the last one once more while a processor has not answered. */
        STEP
    }

    /** @param askedAt when somebody was asked to prove to be the person: later than the receipt, where a mail lay about */
    public static Course received(RequestKind kind, Instant receivedAt, Instant askedAt) {
        return new Course(kind, RequestState.RECEIVED, receivedAt, askedAt, Optional.empty(), 0, Optional.empty());
    }

    /** What to do now; empty if the request waits or is over. */
    public Optional<Move> next(Instant now) {
        if (state.isOver()) {
            return Optional.empty();
        }
        if (newAlarm(now).isPresent()) {
            return Optional.of(Move.ALARM);
        }
        return switch (state) {
            case RECEIVED, IDENTITY ->
                now.isBefore(askedAt.plus(TIME_TO_PROVE)) ? Optional.empty() : Optional.of(Move.LAPSE);
            case VERIFIED -> Optional.of(Move.START);
            case COOL_OFF -> now.isBefore(coolOffUntil.orElseThrow()) ? Optional.empty() : Optional.of(Move.BEGIN);
            case RUNNING, AWAITING_PROCESSOR -> Optional.of(Move.STEP);
            case DONE, PARTLY_KEPT, DENIED, CANCELLED -> Optional.empty();
        };
    }

    /** The alarm to raise now, if it was not raised before. */
    public Optional<RequestAlarm> newAlarm(Instant now) {
        return RequestAlarm.at(receivedAt, now)
                .filter(reached -> alarm.isEmpty() || reached.compareTo(alarm.get()) > 0);
    }

    public Instant dueAt() {
        return receivedAt.plus(TIME_TO_ANSWER);
    }

    /** The step to do in {@link RequestState#RUNNING} and {@link RequestState#AWAITING_PROCESSOR}. */
    public RequestStepName step() {
        return kind.steps().get(stepsDone);
    }

    public Course alarmed(Instant now) {
        return new Course(kind, state, receivedAt, askedAt, coolOffUntil, stepsDone, newAlarm(now));
    }

    public Course askedForIdentity() {
        return in(RequestState.IDENTITY);
    }

    public Course verified() {
        return in(RequestState.VERIFIED);
    }

    /** Deletions first hide, and then give time to think again. */
    public Course started(Instant now) {
        return kind.isDeletion()
                ? new Course(
                        kind,
                        state.to(RequestState.COOL_OFF),
                        receivedAt,
                        askedAt,
                        Optional.of(now.plus(COOL_OFF)),
                        1,
                        alarm)
                : in(RequestState.RUNNING);
    }

    public Course begun() {
        return in(RequestState.RUNNING);
    }

    /**
     * After a step.
     *
     * @param pending whether a processor has not answered: the step is not done
     * @param kept whether something is kept because a law says so
     */
    public Course stepped(boolean pending, boolean kept) {
        if (pending) {
            return state == RequestState.AWAITING_PROCESSOR ? this : in(RequestState.AWAITING_PROCESSOR);
        }
        boolean last = stepsDone + 1 == kind.steps().size();
        var next = last ? state.to(kept ? RequestState.PARTLY_KEPT : RequestState.DONE) : state;
        return new Course(kind, next, receivedAt, askedAt, coolOffUntil, stepsDone + 1, alarm);
    }

    public Course denied() {
        return in(RequestState.DENIED);
    }

    public Course cancelled() {
        return in(RequestState.CANCELLED);
    }

    private Course in(RequestState next) {
        return new Course(kind, state.to(next), receivedAt, askedAt, coolOffUntil, stepsDone, alarm);
    }
}
