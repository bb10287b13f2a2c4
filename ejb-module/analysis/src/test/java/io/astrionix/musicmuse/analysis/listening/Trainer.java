package io.astrionix.musicmuse.analysis.listening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains a network with rectified hidden layers and one output to give the log-odds that an answer is yes. The same
 * seed and the same examples give the same weights.
 */
final class Trainer {

    private static final int BATCH = 128;

    /** The share of the step width that is lost over a training. */
    private static final float SLOWED_BY = 0.5f;

    private final List<Layer> layers = new ArrayList<>();
    private final Random random;
    private final Normalisation normalisation;
    private final float[] normal;
    private final float[] slope = new float[1];

    /**
     * A network that knows nothing yet, but how large its inputs are.
     *
     * @param hidden the numbers of values of the hidden layers
     */
    Trainer(Examples examples, int[] hidden, long seed) {
        random = new Random(seed);
        normalisation = Normalisation.of(examples);
        normal = new float[normalisation.inputs()];
        int inputs = normal.length;
        for (int outputs : hidden) {
            layers.add(new Layer(inputs, outputs, true, random));
            inputs = outputs;
        }
        layers.add(new Layer(inputs, 1, false, random));
    }

    /**
     * Goes through all examples in random order, again and again.
     *
     * @param rate the step width at the beginning
     * @return the mean logistic loss of each time, in nats
     */
    List<Double> train(Examples examples, int times, float rate) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        List<Double> losses = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            Collections.shuffle(order, random);
            float slowed = rate * (1 - SLOWED_BY * time / times);
            double loss = 0;
            for (int from = 0; from < order.size(); from += BATCH) {
                List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
                for (int i : batch) {
                    loss += learn(examples.input(i), examples.answer(i));
                }
                layers.forEach(layer -> layer.step(slowed, batch.size()));
            }
            losses.add(loss / examples.size());
        }
        return losses;
    }

    private double learn(float[] input, boolean answer) {
        float logOdds = logOdds(input);
        double probability = 1 / (1 + Math.exp(-logOdds));
        slope[0] = (float) (answer ? probability - 1 : probability);
        float[] slopes = slope;
        for (int i = layers.size() - 1; i >= 0; i--) {
            slopes = layers.get(i).backward(slopes);
        }
        return loss(logOdds, answer);
    }

    private float logOdds(float[] input) {
        normalisation.apply(input, normal);
        float[] values = normal;
        for (Layer layer : layers) {
            values = layer.forward(values);
        }
        return values[0];
    }

    /** The mean logistic loss, in nats, without learning anything. */
    double loss(Examples examples) {
        double sum = 0;
        for (int i = 0; i < examples.size(); i++) {
            sum += loss(logOdds(examples.input(i)), examples.answer(i));
        }
        return sum / examples.size();
    }

    /** Minus the logarithm of the probability of the right answer. */
    private static double loss(float logOdds, boolean answer) {
        double wrong = answer ? -logOdds : logOdds;
        return Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong)));
    }

    /** What has been learned, with the normalisation folded into the first layer. */
    Weights weights() {
        float[][] weights = new float[layers.size()][];
        float[][] biases = new float[layers.size()][];
        for (int i = 0; i < layers.size(); i++) {
            weights[i] = layers.get(i).weights().clone();
            biases[i] = layers.get(i).biases().clone();
        }
        normalisation.foldInto(weights[0], biases[0]);
        return new Weights(weights, biases);
    }
}
