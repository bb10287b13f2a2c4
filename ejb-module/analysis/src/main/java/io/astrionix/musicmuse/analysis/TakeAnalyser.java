package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.note.NoteDetector;
import io.astrionix.musicmuse.analysis.note.NoteDetectors;
import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Listens to one take and judges it. The only clock is the number of samples taken in, so the outcome does not depend on
 * when or in what portions the sound arrives. Keeps the last third of a second of sound, never the take.
 *
 * <p>One instance per take; used by one thread at a time.
 */
public final class TakeAnalyser {

    private static final int TRACK_POINTS_PER_SECOND = 50;
    private static final double DISPLAY_SECONDS = 0.02;
    private static final int DISPLAY_WINDOW = 2048;
    /** How many displays pass until a look at whether a note is missed. */
    private static final int CHECK_EVERY = 3;

    private static final float FULL_SCALE = 32768f;

    private final int sampleRate;
    private final List<ExpectedNote> expected;
    private final ScoringRules rules;
    private final double latencySeconds;
    private final double listenFromSeconds;
    private final NoteDetector detector;
    private final DcBlocker dcBlocker;
    private final RecentSound sound;
    private final float[] window;
    private final int hopsPerDisplay;
    private final int hopsPerCheck;
    private final DoubtfulNotes doubts;
    private final LiveVerdicts verdicts = new LiveVerdicts();
    private final List<TrackPoint> track = new ArrayList<>();
    private long samplesHeard;
    private long hops;
    private boolean finished;

    /**
     * @param sampleRate samples per second, 44100 or 48000
     * @param expected the notes of the music; their times count from sample 0 of the take
     * @param rules the rules to judge by
     * @param latencySeconds measured delay between playing and recording, in seconds, subtracted from what was heard
     * @throws IllegalArgumentException if the sample rate is another one or the latency is negative or not finite
     */
    public TakeAnalyser(int sampleRate, List<ExpectedNote> expected, ScoringRules rules, double latencySeconds) {
        if (sampleRate != 44_100 && sampleRate != 48_000) {
            throw new IllegalArgumentException("sampleRate must be 44100 or 48000: " + sampleRate);
        }
        if (!(latencySeconds >= 0) || Double.isInfinite(latencySeconds)) {
            throw new IllegalArgumentException("latencySeconds must be finite and not negative: " + latencySeconds);
        }
        this.sampleRate = sampleRate;
        this.expected = List.copyOf(expected);
        this.rules = Objects.requireNonNull(rules);
        this.latencySeconds = latencySeconds;
        this.listenFromSeconds =
                this.expected.isEmpty() ? 0 : this.expected.get(0).startSeconds() - rules.farthestMatchMillis() / 1000;
        this.doubts = new DoubtfulNotes(this.expected, rules, sampleRate, latencySeconds);
        this.detector = NoteDetectors.forOneVoice(sampleRate);
        this.dcBlocker = new DcBlocker(sampleRate);
        this.sound = new RecentSound(detector.windowLength());
        this.window = new float[detector.windowLength()];
        this.hopsPerDisplay = (int) Math.ceil(DISPLAY_SECONDS * sampleRate / detector.hopLength());
        this.hopsPerCheck = CHECK_EVERY * hopsPerDisplay;
        if ((double) sampleRate / detector.hopLength() / hopsPerDisplay > TRACK_POINTS_PER_SECOND) {
            throw new IllegalStateException("more than " + TRACK_POINTS_PER_SECOND + " track points a second");
        }
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
        for (int i = offset; i < offset + length; i++) {
            sound.add(dcBlocker.next(samples[i] / FULL_SCALE));
            samplesHeard++;
            if (samplesHeard % detector.hopLength() == 0) {
                hear(feedback);
            }
        }
        return feedback;
    }

    /** All verdicts as they were reported last, for somebody who was not listening all the time. */
    public List<Feedback> verdictsSoFar() {
        return verdicts.reported();
    }

    /**
     * Ends the take and judges it as a whole.
     *
     * @throws IllegalStateException if called twice
     */
    public TakeResult finish() {
        if (finished) {
            throw new IllegalStateException("the take is finished");
        }
        finished = true;
        detector.finish();
        return new TakeResult(Scorer.score(expected, playedNotes(), rules), track, (double) samplesHeard / sampleRate);
    }

    private void hear(List<Feedback> feedback) {
        sound.copyTo(window);
        long before = detector.revision();
        detector.hear(window, samplesHeard);
        hops++;
        boolean display = hops % hopsPerDisplay == 0;
        if (display) {
            feedback.add(pitchHeard());
        }
        if (hops % hopsPerCheck == 0 || detector.revision() != before) {
            double heardUntil = (double) samplesHeard / sampleRate - detector.longestDelaySeconds() - latencySeconds;
            feedback.addAll(verdicts.update(Scorer.judgeSoFar(expected, playedNotes(), rules, heardUntil)));
        }
    }

    private PitchHeard pitchHeard() {
        long middle = Math.max(0, samplesHeard - DISPLAY_WINDOW / 2);
        Optional<PitchEstimate> pitch = detector.pitch();
        pitch.ifPresent(p -> track.add(new TrackPoint(middle, p.midi())));
        return new PitchHeard(
                middle,
                Level.dbfs(window, window.length - DISPLAY_WINDOW, DISPLAY_WINDOW),
                pitch.map(p -> OptionalDouble.of(p.hertz())).orElseGet(OptionalDouble::empty),
                pitch.map(p -> OptionalDouble.of(p.midi())).orElseGet(OptionalDouble::empty));
    }

    /** What was played, without what was tried out before the music began. */
    private List<PlayedNote> playedNotes() {
        return doubts.settle(detector.notes()).stream()
                .filter(note -> note.onsetSeconds() >= listenFromSeconds)
                .toList();
    }
}
