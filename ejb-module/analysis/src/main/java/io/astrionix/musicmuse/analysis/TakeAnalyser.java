package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.follow.ScoreFollower;
import io.astrionix.musicmuse.analysis.listening.NoteDetector;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Listens to one take and judges it: for notes, or where {@linkplain ScoringRules#pitchCounts() pitch does not count}, for
 * strokes and clapping. The only clock is the number of samples taken in, so the outcome does not depend on
 * when or in what portions the sound arrives. Keeps a moment of sound, never the take.
 *
 * <p>One instance per take; used by one thread at a time.
 */
public final class TakeAnalyser implements TakeAnalysis {

    private static final int HOP = NoteDetector.HOP;
    private static final double DISPLAY_SECONDS = 0.02;
    /** How many displays pass until a look at whether a note is missed. */
    private static final int CHECK_EVERY = 3;

    private final TakeTerms terms;
    private final TakeEar ear;
    private final ConcertPitch concertPitch;
    private final LiveJudge live;
    private final int hopsPerDisplay;
    private final int hopsPerCheck;
    private final SoundCheck soundCheck = new SoundCheck();
    private final List<TrackPoint> track = new ArrayList<>();
    private long judgedRevision;
    private boolean finished;

    /**
     * @param sampleRate samples per second, 44100 or 48000
     * @param terms what it is judged by; its latency is that between playing and recording
     * @param sound what is known of it before
     * @throws IllegalArgumentException if the sample rate is another one
     */
    public TakeAnalyser(int sampleRate, TakeTerms terms, TakeSound sound) {
        this.terms = terms;
        this.concertPitch = sound.concertPitch();
        this.ear = terms.rules().pitchCounts() ? earForNotes(sampleRate, sound) : new PercussionEar(sampleRate, terms);
        this.live = new LiveJudge(terms, ear);
        this.hopsPerDisplay = (int) Math.ceil(DISPLAY_SECONDS * sampleRate / HOP);
        this.hopsPerCheck = CHECK_EVERY * hopsPerDisplay;
    }

    private TakeEar earForNotes(int sampleRate, TakeSound sound) {
        return new HeardSoFar(new Ear(sampleRate, sound.source()), new PlayedNotes(terms, sampleRate, sound));
    }

    /** Of the usual sound, and without following the player. */
    public TakeAnalyser(int sampleRate, List<ExpectedNote> expected, ScoringRules rules, double latencySeconds) {
        this(sampleRate, new TakeTerms(expected, rules, latencySeconds), TakeSound.USUAL);
    }

    /**
     * Takes in the next samples of the take.
     *
     * @param samples 16-bit mono samples
     * @param offset index of the first of them to take in
     * @param length how many to take in, any number from 0
     * @return what there is to say about them, in the order in which it was found
     * @throws IndexOutOfBoundsException if offset and length do not lie inside the array
     * @throws IllegalStateException after {@link #finish()}
     */
    public List<Feedback> accept(short[] samples, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, samples.length);
        if (finished) {
            throw new IllegalStateException("the take is finished");
        }
        List<Feedback> feedback = new ArrayList<>();
        soundCheck.hear(samples, offset, length);
        ear.accept(samples, offset, length, moment -> hear(moment, feedback));
        return feedback;
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
        ear.finish();
        ScoreFollower byEar =
                terms.followerOf(ear.followedBetween(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0));
        // Once more, for the notes that the music knows now tell better where the player was.
        List<PlayedNote> known = ear.after(0, byEar.music());
        List<PlayedNote> played = ear.after(0, terms.followerOf(known).music());
        ScoreFollower follower = terms.followerOf(played); // from what is stored, as when it is scored again
        MissedNotes missed = new MissedNotes(ear, 0, follower.music(), played);
        return new TakeResult(
                follower.score(played).with(missed::told),
                played,
                track,
                ear.secondsHeard(),
                soundCheck.troubles(ear.humDbfs()),
                follower.followed());
    }

    private void hear(PitchMoment moment, List<Feedback> feedback) {
        long hop = moment.atSample() / HOP;
        if (hop % hopsPerDisplay == 0) {
            feedback.add(shown(moment));
        }
        if (hop % hopsPerCheck == 0 || ear.revision() != judgedRevision) {
            judgedRevision = ear.revision();
            feedback.addAll(live.judge());
        }
    }

    private PitchHeard shown(PitchMoment moment) {
        var pitch = moment.pitch();
        pitch.ifPresent(p -> track.add(new TrackPoint(moment.atSample(), concertPitch.note(p.midi()))));
        double level = ear.levelDbfs();
        soundCheck.hear(level, pitch.isPresent());
        return new PitchHeard(
                moment.atSample(),
                level,
                pitch.map(p -> OptionalDouble.of(p.hertz())).orElseGet(OptionalDouble::empty),
                pitch.map(p -> OptionalDouble.of(concertPitch.note(p.midi()))).orElseGet(OptionalDouble::empty));
    }
}
