package io.astrionix.musicmuse.analysis.listening;

/** Asks a network which pitch sounds at this moment. */
final class PitchNow {

    /** From these log-odds on a pitch sounds, and may be a note. */
    private static final float SOUNDS = -1.5f;

    /** From these on it is what is said of a moment: in a glide, an attack, a tail. */
    private static final float MAY_SOUND = -3.5f;

    /** How much surer another pitch must be than the one of the moment before. */
    private static final float STAY = 1;

    /** From these log-odds on, at every other frame, a pitch that goes on is believed without asking about others. */
    private static final float SURE = 2;

    private final CandidateFeatures features = CandidateFeatures.sounding();
    private final Network network;
    private final float[] input = new float[features.length()];
    private long frame;
    private float best;
    private float odds;
    private int step = -1;
    private double hertz;
    private double confidence;

    PitchNow(Network network) {
        this.network = network;
    }

    void listen(PitchSpectrum spectrum, int[] pitches, int count) {
        frame = spectrum.frames() - 1 - features.lookAhead();
        int before = step();
        step = -1;
        if (frame < 0) {
            return;
        }
        features.look(spectrum, frame);
        best = MAY_SOUND;
        odds = MAY_SOUND;
        for (int i = 0; i < count; i++) {
            if (goesOn(pitches[i], before)) {
                ask(pitches[i], STAY);
            }
        }
        boolean isSure = odds >= SURE && frame % 2 != 0;
        for (int i = 0; i < count && !isSure; i++) {
            if (!goesOn(pitches[i], before)) {
                ask(pitches[i], 0);
            }
        }
        if (step >= 0) {
            hertz = spectrum.refineNow(PitchSpectrum.hertz(step));
            confidence = Network.probability(odds);
        }
    }

    private static boolean goesOn(int pitch, int before) {
        return before >= 0 && PitchSpectrum.isSame(pitch, before);
    }

    private void ask(int pitch, float bonus) {
        features.write(pitch, input);
        float answer = network.logOdds(input);
        if (answer > MAY_SOUND && answer + bonus > best) {
            best = answer + bonus;
            odds = answer;
            step = pitch;
        }
    }

    /** Whether a pitch can be said at all. */
    boolean isPitched() {
        return step >= 0;
    }

    /** The step of the pitch that sounds; -1 if there is none, or none that a note could be made of. */
    int step() {
        return odds >= SOUNDS ? step : -1;
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
