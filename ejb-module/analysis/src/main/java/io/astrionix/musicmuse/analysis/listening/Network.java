package io.astrionix.musicmuse.analysis.listening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A small feed-forward network with rectified hidden layers and one output, a log-odds. The weights are shared, what it
 * computes with is not: one thread at a time.
 */
final class Network {

    private static final int FOUR = 4;

    /** The weights of a layer, row by row: one row an input, one column an output. */
    private final float[][] weights;

    private final float[][] biases;
    private final float[][] values;

    Network(float[][] weights, float[][] biases) {
        this.weights = weights;
        this.biases = biases;
        this.values = new float[biases.length][];
        for (int layer = 0; layer < biases.length; layer++) {
            values[layer] = new float[biases[layer].length];
        }
    }

    /**
     * Reads the weights that lie beside this class: for each layer a line with its numbers of inputs and outputs, one with
     * the weights and one with the biases.
     *
     * @throws IllegalStateException if the resource is not there or is not whole
     */
    static Network read(String resource) {
        try (InputStream in = Network.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the weights are not there: " + resource);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, "US-ASCII"))
                    .lines()
                    .toList();
            List<float[]> weights = new ArrayList<>();
            List<float[]> biases = new ArrayList<>();
            for (int line = 0; line + 2 < lines.size(); line += 3) {
                float[] size = numbers(lines.get(line));
                weights.add(numbers(lines.get(line + 1)));
                biases.add(numbers(lines.get(line + 2)));
                int last = biases.size() - 1;
                if (weights.get(last).length != size[0] * size[1] || biases.get(last).length != size[1]) {
                    throw new IllegalStateException("the weights are not whole: " + resource + ", layer " + last);
                }
            }
            return new Network(weights.toArray(new float[0][]), biases.toArray(new float[0][]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static float[] numbers(String line) {
        String[] words = line.trim().split(" ");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }

    int inputs() {
        return weights[0].length / biases[0].length;
    }

    /** The same network for another thread. */
    Network another() {
        return new Network(weights, biases);
    }

    /** The log-odds that the answer is yes. */
    float logOdds(float[] input) {
        float[] in = input;
        for (int layer = 0; layer < biases.length; layer++) {
            float[] out = values[layer];
            int outputs = out.length;
            System.arraycopy(biases[layer], 0, out, 0, outputs);
            float[] w = weights[layer];
            int inputs = w.length / outputs;
            int i = 0;
            for (; i + FOUR <= inputs; i += FOUR) {
                addFour(in, i, w, out);
            }
            for (; i < inputs; i++) {
                for (int o = 0; o < outputs; o++) {
                    out[o] += in[i] * w[i * outputs + o];
                }
            }
            if (layer < biases.length - 1) {
                for (int o = 0; o < outputs; o++) {
                    out[o] = Math.max(0, out[o]);
                }
            }
            in = out;
        }
        return in[0];
    }

    /** What a log-odds says, as a probability. */
    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Four inputs in one go: the outputs are loaded and stored a quarter as often. */
    private static void addFour(float[] in, int i, float[] w, float[] out) {
        float x0 = in[i];
        float x1 = in[i + 1];
        float x2 = in[i + 2];
        float x3 = in[i + 3];
        int row0 = i * out.length;
        int row1 = row0 + out.length;
        int row2 = row1 + out.length;
        int row3 = row2 + out.length;
        for (int o = 0; o < out.length; o++) {
            out[o] += x0 * w[row0 + o] + x1 * w[row1 + o] + x2 * w[row2 + o] + x3 * w[row3 + o];
        }
    }
}
