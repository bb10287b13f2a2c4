package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.listening.Hit;
import io.astrionix.musicmuse.analysis.listening.HitDetector;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Listens to a take for strokes and clapping, of which only the time counts: no moment of it has a pitch. */
final class PercussionEar implements TakeEar {

    private final int sampleRate;
    private final TakeTerms terms;
    private final SoundIntake intake;
    private final HitDetector detector;

    /**
     * @param sampleRate samples per second, 44100 or 48000
     * @throws IllegalArgumentException if the sample rate is another one
     */
    PercussionEar(int sampleRate, TakeTerms terms) {
        this.intake = new SoundIntake(sampleRate, HitDetector.HOP);
        this.sampleRate = sampleRate;
        this.terms = terms;
        this.detector = new HitDetector(sampleRate);
    }

    @Override
    public void accept(short[] samples, int offset, int length, Consumer<PitchMoment> moments) {
        intake.accept(samples, offset, length, hop -> {
            detector.hear(hop);
            if (intake.middle() >= 0) {
                moments.accept(new PitchMoment(intake.middle(), Optional.empty()));
            }
        });
    }

    @Override
    public void finish() {
        detector.finish();
    }

    @Override
    public double secondsHeard() {
        return intake.secondsHeard();
    }

    @Override
    public double levelDbfs() {
        return intake.levelDbfs();
    }

    @Override
    public OptionalDouble humDbfs() {
        return intake.humDbfs();
    }

    @Override
    public long revision() {
        return detector.hits().size();
    }

    @Override
    public double nowSeconds() {
        return secondsHeard() - terms.latencySeconds();
    }

    @Override
    public double knownUntilSeconds() {
        return nowSeconds() - seconds(HitDetector.LONGEST_DELAY);
    }

    @Override
    public int begunBefore(double limit, int first) {
        return (int)
                hitsAfter(first).stream().takeWhile(hit -> onset(hit) < limit).count();
    }

    @Override
    public int over() {
        return detector.hits().size();
    }

    @Override
    public List<PlayedNote> followedBetween(double after, double until, int first) {
        return after(first, terms.music()).stream()
                .filter(hit -> hit.onsetSeconds() > after && hit.onsetSeconds() <= until)
                .toList();
    }

    /** A hit has no length; what came long before the music is trying out. */
    @Override
    public List<PlayedNote> after(int first, List<ExpectedNote> music) {
        return hitsAfter(first).stream()
                .filter(hit -> onset(hit) >= terms.listenFromSeconds())
                .map(hit -> PlayedNote.withoutPitch(hit.id(), onset(hit)))
                .toList();
    }

    private List<Hit> hitsAfter(int first) {
        List<Hit> hits = detector.hits();
        return hits.subList(Math.min(first, hits.size()), hits.size());
    }

    private double onset(Hit hit) {
        return seconds(hit.onsetSample()) - terms.latencySeconds();
    }

    private double seconds(long samples) {
        return (double) samples / sampleRate;
    }
}
