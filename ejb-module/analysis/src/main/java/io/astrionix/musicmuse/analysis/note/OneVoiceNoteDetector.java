package io.astrionix.musicmuse.analysis.note;

import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import io.astrionix.musicmuse.analysis.pitch.PitchEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes from steps of the pitch. */
final class OneVoiceNoteDetector implements NoteDetector {

    private static final int HOP = 256;
    private static final int STABLE_HOPS = 6;

    private final int sampleRate;
    private final PitchEstimator high;
    private final PitchEstimator low;
    private final float[] highFrame;
    private final float[] lowFrame;
    private final List<HeardNote> notes = new ArrayList<>();
    private Optional<PitchEstimate> pitch = Optional.empty();
    private double candidate;
    private int stable;
    private long revision;

    OneVoiceNoteDetector(int sampleRate, PitchEstimator high, PitchEstimator low) {
        this.sampleRate = sampleRate;
        this.high = high;
        this.low = low;
        this.highFrame = new float[high.frameLength()];
        this.lowFrame = new float[low.frameLength()];
    }

    @Override
    public int hopLength() {
        return HOP;
    }

    @Override
    public int windowLength() {
        return 2 * lowFrame.length;
    }

    @Override
    public void hear(float[] window, long endSample) {
        System.arraycopy(window, window.length - highFrame.length, highFrame, 0, highFrame.length);
        for (int i = 0; i < lowFrame.length; i++) {
            lowFrame[i] = (window[2 * i] + window[2 * i + 1]) / 2;
        }
        pitch = high.estimate(highFrame).or(() -> low.estimate(lowFrame));
        if (pitch.isEmpty()) {
            stable = 0;
            return;
        }
        double midi = pitch.get().midi();
        stable = Math.abs(midi - candidate) < 0.6 ? stable + 1 : 1;
        candidate = midi;
        boolean another =
                notes.isEmpty() || Math.abs(notes.get(notes.size() - 1).midi() - midi) > 0.7;
        if (stable == STABLE_HOPS && another) {
            notes.add(new HeardNote(notes.size(), Math.max(0, endSample - highFrame.length), endSample, midi));
            revision++;
        }
    }

    @Override
    public void finish() {
        revision++;
    }

    @Override
    public List<HeardNote> notes() {
        return List.copyOf(notes);
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public double longestDelaySeconds() {
        return (double) windowLength() / sampleRate;
    }

    @Override
    public Optional<PitchEstimate> pitch() {
        return pitch;
    }
}
