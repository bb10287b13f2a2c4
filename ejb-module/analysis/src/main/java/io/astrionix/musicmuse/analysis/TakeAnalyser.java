package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.listening.NoteDetector;
import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
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
     * @param expected the notes of the music; their times count from sample 0 of the take
     * @param rules the rules to judge by
     * @param latencySeconds measured delay between playing and recording, in seconds, subtracted from what was heard
     * @param concertPitch what the instrument is tuned to; all notes told and judged are notes of it
     * @param source what makes the notes, where they have pitches
     * @throws IllegalArgumentException if the sample rate is another one or the latency is negative or not finite
     */
    public TakeAnalyser(
            int sampleRate,
            List<ExpectedNote> expected,
            ScoringRules rules,
            double latencySeconds,
            ConcertPitch concertPitch,
            SoundSource source) {
        this.terms = new TakeTerms(expected, rules, latencySeconds);
        this.concertPitch = Objects.requireNonNull(concertPitch);
        this.ear = rules.pitchCounts() ? earForNotes(sampleRate, source) : new PercussionEar(sampleRate, terms);
        this.live = new LiveJudge(terms.music(), rules, ear);
        this.hopsPerDisplay = (int) Math.ceil(DISPLAY_SECONDS * sampleRate / HOP);
        this.hopsPerCheck = CHECK_EVERY * hopsPerDisplay;
    }

    private TakeEar earForNotes(int sampleRate, SoundSource source) {
        double latency = terms.latencySeconds();
        Ear notes = new Ear(sampleRate, source);
        return new HeardSoFar(
                notes, new PlayedNotes(terms.rules(), sampleRate, latency, terms.listenFromSeconds(), concertPitch));
    }

    /** For an instrument tuned to {@link ConcertPitch#STANDARD}. */
    public TakeAnalyser(int sampleRate, List<ExpectedNote> expected, ScoringRules rules, double latencySeconds) {
        this(sampleRate, expected, rules, latencySeconds, ConcertPitch.STANDARD, SoundSource.INSTRUMENT);
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
        List<PlayedNote> played = ear.after(0, terms.music());
        return new TakeResult(
                Scorer.score(terms.music(), played, terms.rules()),
                played,
                track,
                ear.secondsHeard(),
                soundCheck.troubles());
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
