package io.astrionix.musicmuse.analysis.listening;

/**
 * Asks a network, frame by frame, which pitch begins, and finds the moments where it is most sure of it. Knows the
 * answers of the last {@value #FRAMES} frames.
 */
final class OnsetNetwork {

    /** Log-odds below this are not worth a note, whatever the music says. */
    static final float WORTH = -5;

    /** Up to this the next network need not be asked. */
    private static final float HOPELESS = -8;

    private static final int FRAMES = 64;

    /** Two notes never begin within so many frames. */
    private static final int APART = 10;

    /** Frames around the moment, whose mean weighted by probability is the onset. */
    private static final int AROUND = 4;

    private static final int NEAR_STEPS = 1;

    private final CandidateFeatures features;
    private final Network network;
    private final int patience;
    private final float[] input;
    private final int[][] steps = new int[FRAMES][Candidates.MOST];
    private final float[][] odds = new float[FRAMES][Candidates.MOST];
    private final int[] counts = new int[FRAMES];
    private long latest = -1;

    private long pendingFrame = -1;
    private int pendingStep;
    private float pendingOdds;
    private long foundFrame = Long.MIN_VALUE / 2;
    private float foundOdds;
    private int foundStep;

    /**
     * @param patience how many frames must pass without anything surer until a moment is found; with 0 it is found at
     *     once, and found again at each frame that is surer
     */
    OnsetNetwork(CandidateFeatures features, Network network, int patience) {
        this.features = features;
        this.network = network;
        this.patience = patience;
        this.input = new float[features.length()];
    }

    /** How many frames after an onset it is asked about it. */
    int lookAhead() {
        return features.lookAhead();
    }

    /**
     * Looks at the frame that has enough sound after it now. At every other frame it asks only about pitches that were
     * not hopeless at the frame before: an onset shows for longer than one frame.
     *
     * @param pitches the pitches that may have begun there, as steps
     * @param count how many they are
     * @return whether with that frame a moment is found
     */
    boolean listen(PitchSpectrum spectrum, int[] pitches, int count) {
        long frame = spectrum.frames() - 1 - features.lookAhead();
        if (frame < 0) {
            return false;
        }
        begin(spectrum, frame);
        for (int i = 0; i < count; i++) {
            if (frame % 2 == 0 || surest(frame - 1, frame - 1, pitches[i]) > HOPELESS) {
                ask(frame, pitches[i]);
            }
        }
        return consider(frame);
    }

    /** The same for the pitches of which an earlier network did not say that they are hopeless. */
    boolean listenAfter(OnsetNetwork earlier, PitchSpectrum spectrum) {
        long frame = spectrum.frames() - 1 - features.lookAhead();
        if (frame < 0) {
            return false;
        }
        begin(spectrum, frame);
        int slot = (int) (frame % FRAMES);
        for (int i = 0; i < earlier.counts[slot]; i++) {
            if (earlier.odds[slot][i] > HOPELESS) {
                ask(frame, earlier.steps[slot][i]);
            }
        }
        return consider(frame);
    }

    private void begin(PitchSpectrum spectrum, long frame) {
        latest = frame;
        features.look(spectrum, frame);
        counts[(int) (frame % FRAMES)] = 0;
    }

    private void ask(long frame, int step) {
        int slot = (int) (frame % FRAMES);
        features.write(step, input);
        steps[slot][counts[slot]] = step;
        odds[slot][counts[slot]] = network.logOdds(input);
        counts[slot]++;
    }

    private boolean consider(long frame) {
        int slot = (int) (frame % FRAMES);
        int step = 0;
        float best = WORTH - 1;
        for (int i = 0; i < counts[slot]; i++) {
            if (odds[slot][i] > best) {
                best = odds[slot][i];
                step = steps[slot][i];
            }
        }
        return consider(frame, step, best);
    }

    private boolean consider(long frame, int step, float answer) {
        boolean outdoesFound = frame - foundFrame > APART || answer > foundOdds;
        boolean outdoesPending = pendingFrame < 0 || answer > pendingOdds;
        if (answer > WORTH && outdoesFound && outdoesPending) {
            pendingFrame = frame;
            pendingStep = step;
            pendingOdds = answer;
        }
        if (pendingFrame >= 0 && frame - pendingFrame >= patience) {
            foundFrame = pendingFrame;
            foundStep = pendingStep;
            foundOdds = pendingOdds;
            pendingFrame = -1;
            return true;
        }
        return false;
    }

    long latest() {
        return latest;
    }

    long foundFrame() {
        return foundFrame;
    }

    int foundStep() {
        return foundStep;
    }

    float foundOdds() {
        return foundOdds;
    }

    /** Where the sound that begins about that frame begins, in frames. */
    double onset(long frame, int step) {
        double weights = 0;
        double sum = 0;
        for (long f = Math.max(0, frame - AROUND); f <= Math.min(latest, frame + AROUND); f++) {
            double weight = Network.probability(surest(f, f, step, NEAR_STEPS));
            weights += weight;
            sum += weight * f;
        }
        return sum / weights;
    }

    /** The highest log-odds about a pitch, or one that is hardly another, between two frames, both inclusive. */
    float surest(long from, long to, int step) {
        return surest(from, to, step, PitchSpectrum.SAME_STEPS);
    }

    /** As good as none: -20. */
    private float surest(long from, long to, int step, int within) {
        float surest = -20;
        for (long f = Math.max(0, Math.max(from, latest - FRAMES + 1)); f <= Math.min(to, latest); f++) {
            int slot = (int) (f % FRAMES);
            for (int i = 0; i < counts[slot]; i++) {
                if (Math.abs(steps[slot][i] - step) <= within) {
                    surest = Math.max(surest, odds[slot][i]);
                }
            }
        }
        return surest;
    }
}
