package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import java.util.Locale;

/** How often verdicts were right that were said with so much confidence. */
final class Reliability {

    /** Confidences of a row of the table, from the one before up to less than this; the last takes all. */
    private static final double[] UP_TO = {0.2, NoteVerdict.SURE, 0.9, 0.97, 2};

    private final int[] said = new int[UP_TO.length];
    private final int[] right = new int[UP_TO.length];
    private final double[] confidences = new double[UP_TO.length];

    void add(double confidence, boolean isRight) {
        int row = 0;
        while (confidence >= UP_TO[row]) {
            row++;
        }
        said[row]++;
        right[row] += isRight ? 1 : 0;
        confidences[row] += confidence;
    }

    /** By how much more or less often than was said verdicts were right, 0 to 1, each row as often as it was said. */
    double off() {
        double off = 0;
        for (int row = 0; row < said.length; row++) {
            off += Math.abs(confidences[row] - right[row]);
        }
        return off / all();
    }

    /** Share of the verdicts that were said not to be sure. */
    double unsure() {
        return (double) (said[0] + said[1]) / all();
    }

    /** Share of right ones among those that were said to be sure. */
    double sureAndRight() {
        return (double) (right[2] + right[3] + right[4]) / Math.max(1, said[2] + said[3] + said[4]);
    }

    private int all() {
        int all = 0;
        for (int row : said) {
            all += row;
        }
        return Math.max(1, all);
    }

    String table() {
        StringBuilder table = new StringBuilder("""
                | said with a confidence of | of all verdicts | confidence on average | were right |
                |---|---|---|---|
                """);
        for (int row = 0; row < said.length; row++) {
            String from = String.format(Locale.ROOT, "%.2f", row == 0 ? 0 : UP_TO[row - 1]);
            String range = row == said.length - 1
                    ? from + " and more"
                    : String.format(Locale.ROOT, "%s to less than %.2f", from, UP_TO[row]);
            table.append(
                    said[row] == 0
                            ? String.format(Locale.ROOT, "| %s | none | - | - |%n", range)
                            : String.format(
                                    Locale.ROOT,
                                    "| %s | %.1f %% | %.2f | %.1f %% |%n",
                                    range,
                                    100.0 * said[row] / all(),
                                    confidences[row] / said[row],
                                    100.0 * right[row] / said[row]));
        }
        return table.toString();
    }
}
