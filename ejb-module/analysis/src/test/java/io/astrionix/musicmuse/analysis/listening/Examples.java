package io.astrionix.musicmuse.analysis.listening;

import java.util.Arrays;

/** What a network learns from: inputs, and whether the answer to each is yes. */
final class Examples {

    private float[][] inputs = new float[1 << 12][];
    private boolean[] answers = new boolean[1 << 12];
    private int size;

    /** Adds a copy of the input. */
    void add(float[] input, boolean answer) {
        if (size == inputs.length) {
            inputs = Arrays.copyOf(inputs, 2 * size);
            answers = Arrays.copyOf(answers, 2 * size);
        }
        inputs[size] = input.clone();
        answers[size] = answer;
        size++;
    }

    int size() {
        return size;
    }

    float[] input(int i) {
        return inputs[i];
    }

    boolean answer(int i) {
        return answers[i];
    }

    /** How many answers are yes. */
    int positives() {
        int positives = 0;
        for (int i = 0; i < size; i++) {
            positives += answers[i] ? 1 : 0;
        }
        return positives;
    }
}
