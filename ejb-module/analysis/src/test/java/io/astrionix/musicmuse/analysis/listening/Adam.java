package io.astrionix.musicmuse.analysis.listening;

import java.util.Arrays;

/** Numbers that are learned by the Adam rule (Kingma and Ba 2014), each with a step width of its own. */
final class Adam {

    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float SMALLEST = 1e-7f;

    private final float[] values;
    private final float[] gradients;
    private final float[] means;
    private final float[] squares;
    private final float decay;
    private int steps;

    /**
     * Begins with these numbers and changes them in place.
     *
     * @param decay how strongly they are pulled towards zero
     */
    Adam(float[] values, float decay) {
        this.values = values;
        this.decay = decay;
        gradients = new float[values.length];
        means = new float[values.length];
        squares = new float[values.length];
    }

    /** The sum of the gradients since the last step, to be added to. */
    float[] gradients() {
        return gradients;
    }

    /** Takes a step against the mean gradient of so many examples, and forgets the gradients. */
    void step(float rate, int examples) {
        steps++;
        double corrected = Math.sqrt(1 - Math.pow(SECOND_DECAY, steps)) / (1 - Math.pow(FIRST_DECAY, steps));
        float width = (float) (rate * corrected);
        for (int i = 0; i < values.length; i++) {
            float gradient = gradients[i] / examples + decay * values[i];
            means[i] = FIRST_DECAY * means[i] + (1 - FIRST_DECAY) * gradient;
            squares[i] = SECOND_DECAY * squares[i] + (1 - SECOND_DECAY) * gradient * gradient;
            values[i] -= width * means[i] / ((float) Math.sqrt(squares[i]) + SMALLEST);
        }
        Arrays.fill(gradients, 0);
    }
}
