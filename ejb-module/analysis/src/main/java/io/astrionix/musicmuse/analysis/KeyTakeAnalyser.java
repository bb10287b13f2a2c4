package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.follow.ScoreFollower;
import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import io.astrionix.musicmuse.analysis.keys.KeyNote;
import io.astrionix.musicmuse.analysis.keys.Keyboard;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges one take that is played on a keyboard. Its messages name their own times, so the outcome does not depend on when
 * they arrive, only how soon a mark lights up does.
 *
 * <p>One instance per take; used by one thread at a time.
 */
public final class KeyTakeAnalyser implements TakeAnalysis {

    /** So long, in seconds, a message may be under way from the key: by wireless MIDI, or while the page was busy. */
    private static final double UNDER_WAY_SECONDS = 0.05;

    private static final double TRACK_SECONDS = 0.02;

    /** Where no key is pressed, whether one is missed is looked at so often, however short the portions are. */
    private static final double JUDGE_SECONDS = 0.02;

    private final TakeTerms terms;
    private final int sampleRate;
    private final Keyboard keyboard;
    private final LiveJudge live;
    private long samples;
    private long judgedAt;
    private boolean finished;

    /**
     * @param sampleRate samples per second of the take's clock
     * @param terms what it is judged by; its latency is that between what is heard from the speaker and the messages
     * @throws IllegalArgumentException if the sample rate is not positive
     */
    public KeyTakeAnalyser(int sampleRate, TakeTerms terms) {
        if (sampleRate <= 0) {
            throw new IllegalArgumentException("sampleRate must be positive: " + sampleRate);
        }
        this.sampleRate = sampleRate;
        this.terms = terms;
        this.keyboard = new Keyboard(sampleRate, !terms.rules().pitchCounts());
        this.live = new LiveJudge(terms, new KeysSoFar());
    }

    /** Without following the player. */
    public KeyTakeAnalyser(int sampleRate, List<ExpectedNote> expected, ScoringRules rules, double latencySeconds) {
        this(sampleRate, new TakeTerms(expected, rules, latencySeconds));
    }

    /**
     * Takes in what was played next.
     *
     * @param messages in the order in which they came
     * @param length by how many samples the take goes on, 0 or more; no message is of a later time
     * @return what there is to say about them, in the order of time
     * @throws IllegalStateException after {@link #finish()}
     */
    public List<Feedback> accept(List<KeyMessage> messages, int length) {
        if (finished) {
            throw new IllegalStateException("the take is finished");
        }
        samples += length;
        messages.forEach(keyboard::hear);
        boolean isKeyPressed = messages.stream().anyMatch(KeyMessage::presses);
        if (!isKeyPressed && seconds(samples - judgedAt) < JUDGE_SECONDS) {
            return List.of();
        }
        judgedAt = samples;
        return live.judge();
    }

    @Override
    public List<Feedback> verdictsSoFar() {
        return live.reported();
    }

    @Override
    public TakeResult finish() {
        if (finished) {
            throw new IllegalStateException("the take is finished");
        }
        finished = true;
        List<KeyNote> notes = keyboard.notesAfter(0);
        List<PlayedNote> played = played(notes);
        ScoreFollower follower = terms.followerOf(played);
        return new TakeResult(
                follower.score(played), played, track(notes), seconds(samples), Set.of(), follower.followed());
    }

    /** The notes that began when the music was expected; what came before is trying out. */
    private List<PlayedNote> played(List<KeyNote> notes) {
        return notes.stream()
                .map(note ->
                        new PlayedNote(note.id(), onset(note), seconds(end(note) - note.onsetSample()), note.key()))
                .filter(note -> note.onsetSeconds() >= terms.listenFromSeconds())
                .toList();
    }

    /** The key pressed last, for as long as it sounds. */
    private List<TrackPoint> track(List<KeyNote> notes) {
        List<TrackPoint> track = new ArrayList<>();
        long step = Math.round(TRACK_SECONDS * sampleRate);
        long next = 0;
        for (int i = 0; i < notes.size(); i++) {
            KeyNote note = notes.get(i);
            long end =
                    i + 1 < notes.size() ? Math.min(end(note), notes.get(i + 1).onsetSample()) : end(note);
            for (long at = Math.max(next, note.onsetSample()); at < end; at += step) {
                track.add(new TrackPoint(at, note.key()));
                next = at + step;
            }
        }
        return track;
    }

    private long end(KeyNote note) {
        return Math.max(note.onsetSample(), Math.min(note.endSample(), samples));
    }

    private double onset(KeyNote note) {
        return seconds(note.onsetSample()) - terms.latencySeconds();
    }

    private double seconds(long count) {
        return (double) count / sampleRate;
    }

    /** The keys pressed so far: when and which does not change any more, only how long they sound. */
    private final class KeysSoFar implements PlayedSoFar {

        @Override
        public double nowSeconds() {
            return seconds(samples) - terms.latencySeconds();
        }

        @Override
        public double knownUntilSeconds() {
            return nowSeconds() - UNDER_WAY_SECONDS;
        }

        @Override
        public int begunBefore(double limit, int first) {
            return (int) keyboard.notesAfter(first).stream()
                    .takeWhile(note -> onset(note) < limit)
                    .count();
        }

        @Override
        public int over() {
            return Integer.MAX_VALUE;
        }

        @Override
        public List<PlayedNote> followedBetween(double after, double until, int first) {
            return played(keyboard.notesAfter(first)).stream()
                    .filter(note -> note.onsetSeconds() > after && note.onsetSeconds() <= until)
                    .toList();
        }

        @Override
        public List<PlayedNote> after(int first, List<ExpectedNote> open) {
            return played(keyboard.notesAfter(first));
        }
    }
}
