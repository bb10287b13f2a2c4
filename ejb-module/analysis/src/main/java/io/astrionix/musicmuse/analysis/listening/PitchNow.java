package io.astrionix.musicmuse.analysis.listening;

/** Asks a network which pitch sounds at this moment. */
final class PitchNow {

    /** Log-odds below this are no pitch. */
    private static final float SOUNDS = -1.5f;

    /** How much surer another pitch must be than the one of the moment before. */
    private static final float STAY = 1;

    private final CandidateFeatures features = CandidateFeatures.sounding();
    private final Network network;
    private final float[] input = new float[features.length()];
    private long frame;
    private int step = -1;
    private double hertz;
    private double confidence;

    PitchNow(Network network) {
        this.network = network;
    }

    void listen(PitchSpectrum spectrum, int[] pitches, int count) {
        frame = spectrum.frames() - 1 - features.lookAhead();
        int before = step;
        step = -1;
        if (frame < 0) {
            return;
        }
        features.look(spectrum, frame);
        float best = SOUNDS;
        float odds = SOUNDS;
        for (int i = 0; i < count; i++) {
            features.write(pitches[i], input);
            float answer = network.logOdds(input);
            boolean stays = before >= 0 && PitchSpectrum.isSame(pitches[i], before);
            float worth = answer + (stays ? STAY : 0);
            if (answer > SOUNDS && worth > best) {
                best = worth;
                odds = answer;
                step = pitches[i];
            }
        }
        if (step >= 0) {
            hertz = spectrum.refine(PitchSpectrum.hertz(step));
            confidence = Network.probability(odds);
        }
    }

    boolean isPitched() {
        return step >= 0;
    }

    /** The step of the pitch; -1 if there is none. */
    int step() {
        return step;
    }

    /** The frame of which that is the pitch: so many before the latest one. */
    long frame() {
        return frame;
    }

    /** In hertz. */
    double hertz() {
        return hertz;
    }

    /** How sure, 0 to 1. */
    double confidence() {
        return confidence;
    }
}
