package io.astrionix.musicmuse.analysis.listening;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a network has learned, to be used or to be written down. */
final class Weights {

    private static final MathContext DIGITS = new MathContext(5);

    private final float[][] weights;
    private final float[][] biases;

    Weights(float[][] weights, float[][] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    Network network() {
        return new Network(weights, biases);
    }

    /** Writes the file that {@link Network#read} reads, each number with five significant digits. */
    void write(Path file) throws IOException {
        Files.writeString(file, text(), StandardCharsets.US_ASCII);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int layer = 0; layer < weights.length; layer++) {
            int outputs = biases[layer].length;
            text.append(weights[layer].length / outputs)
                    .append(' ')
                    .append(outputs)
                    .append('\n');
            appendLine(text, weights[layer]);
            appendLine(text, biases[layer]);
        }
        return text.toString();
    }

    private static void appendLine(StringBuilder text, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                text.append(' ');
            }
            text.append(new BigDecimal(numbers[i]).round(DIGITS).stripTrailingZeros());
        }
        text.append('\n');
    }
}
