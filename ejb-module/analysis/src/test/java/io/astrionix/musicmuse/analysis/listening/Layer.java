package io.astrionix.musicmuse.analysis.listening;

import java.util.Random;

/** A layer of a network that is being trained. */
final class Layer {

    private static final float DECAY = 1e-5f;

    private final float[] weights;
    private final float[] biases;
    private final boolean rectified;
    private final Adam weightsLearned;
    private final Adam biasesLearned;

    /** What went in and what came out last. */
    private float[] in;

    private final float[] out;

    /** How the loss changes with what went in. */
    private final float[] inSlopes;

    /**
     * A layer that knows nothing yet.
     *
     * @param rectified whether what is below zero comes out as zero
     */
    Layer(int inputs, int outputs, boolean rectified, Random random) {
        this.rectified = rectified;
        weights = new float[inputs * outputs];
        double spread = Math.sqrt(2.0 / inputs);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (spread * random.nextGaussian());
        }
        biases = new float[outputs];
        weightsLearned = new Adam(weights, DECAY);
        biasesLearned = new Adam(biases, 0);
        in = new float[inputs];
        out = new float[outputs];
        inSlopes = new float[inputs];
    }

    /** Row by row: one row an input, one column an output. */
    float[] weights() {
        return weights;
    }

    float[] biases() {
        return biases;
    }

    /** What comes out; overwritten by the next call. */
    float[] forward(float[] input) {
        in = input;
        System.arraycopy(biases, 0, out, 0, out.length);
        for (int i = 0; i < in.length; i++) {
            float x = in[i];
            if (x != 0) {
                int row = i * out.length;
                for (int o = 0; o < out.length; o++) {
                    out[o] += x * weights[row + o];
                }
            }
        }
        if (rectified) {
            for (int o = 0; o < out.length; o++) {
                out[o] = Math.max(0, out[o]);
            }
        }
        return out;
    }

    /**
     * Adds up the gradients for what went in last.
     *
     * @param outSlopes how the loss changes with what came out; overwritten
     * @return how it changes with what went in; overwritten by the next call
     */
    float[] backward(float[] outSlopes) {
        float[] weightGradients = weightsLearned.gradients();
        float[] biasGradients = biasesLearned.gradients();
        for (int o = 0; o < out.length; o++) {
            if (rectified && out[o] <= 0) {
                outSlopes[o] = 0;
            }
            biasGradients[o] += outSlopes[o];
        }
        for (int i = 0; i < in.length; i++) {
            int row = i * out.length;
            float x = in[i];
            float slope = 0;
            for (int o = 0; o < out.length; o++) {
                weightGradients[row + o] += x * outSlopes[o];
                slope += weights[row + o] * outSlopes[o];
            }
            inSlopes[i] = slope;
        }
        return inSlopes;
    }

    /** Learns from the gradients of so many examples. */
    void step(float rate, int examples) {
        weightsLearned.step(rate, examples);
        biasesLearned.step(rate, examples);
    }
}
