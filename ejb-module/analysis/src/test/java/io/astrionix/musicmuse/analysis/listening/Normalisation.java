package io.astrionix.musicmuse.analysis.listening;

/** Brings every input to a mean of 0 and a deviation of 1, as far as its examples tell. */
final class Normalisation {

    private static final double SMALLEST_VARIANCE = 1e-4;

    private final float[] means;
    private final float[] deviations;

    private Normalisation(float[] means, float[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Measures examples, of which there must be one at least. */
    static Normalisation of(Examples examples) {
        int inputs = examples.input(0).length;
        double[] sums = new double[inputs];
        double[] squares = new double[inputs];
        for (int i = 0; i < examples.size(); i++) {
            float[] input = examples.input(i);
            for (int k = 0; k < inputs; k++) {
                sums[k] += input[k];
                squares[k] += (double) input[k] * input[k];
            }
        }
        float[] means = new float[inputs];
        float[] deviations = new float[inputs];
        for (int k = 0; k < inputs; k++) {
            double mean = sums[k] / examples.size();
            means[k] = (float) mean;
            deviations[k] = (float) Math.sqrt(Math.max(SMALLEST_VARIANCE, squares[k] / examples.size() - mean * mean));
        }
        return new Normalisation(means, deviations);
    }

    int inputs() {
        return means.length;
    }

    void apply(float[] input, float[] target) {
        for (int k = 0; k < means.length; k++) {
            target[k] = (input[k] - means[k]) / deviations[k];
        }
    }

    /** Changes a layer that expects normal inputs, so that it takes inputs as they are. */
    void foldInto(float[] weights, float[] biases) {
        for (int k = 0; k < means.length; k++) {
            int row = k * biases.length;
            for (int o = 0; o < biases.length; o++) {
                float weight = weights[row + o] / deviations[k];
                weights[row + o] = weight;
                biases[o] -= weight * means[k];
            }
        }
    }
}
