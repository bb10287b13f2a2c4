package io.astrionix.musicmuse.system.accounts;

import io.astrionix.musicmuse.system.figures.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends a form for somebody who has an account and for somebody who has not, in turns, and compares what an observer
 * sees: status, page and time.
 */
final class Samples {

    /** A CI run begins with fewer than the 200 of {@code -Dsamples=200}. */
    private static final int SIZE = Integer.getInteger("musicmuse.samples", 30);

    /** Where the first ones show a gap, as many again are taken until it is gone or there are this many. */
    private static final int MOST = 240;

    /** What an observer on the same machine may see at most, in ms. */
    private static final double MOST_MILLIS = 5;

    /** Two sides that are alike look as different as this once in a hundred times. */
    private static final double CHANCE = 0.01;

    /** The first requests are slower: classes are loaded, connections opened. */
    private static final int WARM_UP = 3;

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    /**
     * Random on each page: what PrimeFaces names the closing mark of a message, the challenge for a passkey, and the
     * number under which the server keeps a page's state.
     */
    private static final Pattern RANDOM =
            Pattern.compile("PrimeFaces\\.csp\\.register\\('a(?:\\\\?-[0-9a-f]+){5}'[^;]*;return false;\\}\\);"
                    + "|a(?:\\\\?-[0-9a-f]+){5}|value=\"-?\\d+:-?\\d+\"|challenge&quot;:&quot;[A-Za-z0-9_-]{43}&quot;");

    private final List<Double> knownMillis = new ArrayList<>();
    private final List<Double> unknownMillis = new ArrayList<>();
    private final Set<String> answers = new HashSet<>();

    private Samples() {}

    /**
     * @param known sends the form for an account and gives status and page, without what was typed; gets the number of
     *     the sample
     * @param unknown the same for somebody without an account
     */
    static Samples take(IntFunction<String> known, IntFunction<String> unknown) {
        var samples = new Samples();
        int next = samples.takeMore(known, unknown, 0, WARM_UP + SIZE);
        while (samples.medianGapMillis() >= MOST_MILLIS && samples.knownMillis.size() < MOST) {
            next = samples.takeMore(known, unknown, next, SIZE);
        }
        return samples;
    }

    private int takeMore(IntFunction<String> known, IntFunction<String> unknown, int first, int count) {
        int end = first + count;
        for (int i = first; i < end; i++) {
            // Who comes first changes, so that what the first one costs the second does not count for one side only.
            if (i % 2 == 0) {
                measure(known, i, knownMillis);
                measure(unknown, i, unknownMillis);
            } else {
                measure(unknown, i, unknownMillis);
                measure(known, i, knownMillis);
            }
        }
        return end;
    }

    private void measure(IntFunction<String> form, int number, List<Double> millis) {
        long begin = System.nanoTime();
        var answer = RANDOM.matcher(form.apply(number)).replaceAll("");
        double took = (System.nanoTime() - begin) / 1e6;
        var nonce = NONCE.matcher(answer);
        answers.add(nonce.find() ? answer.replace(nonce.group(1), "nonce") : answer);
        if (number >= WARM_UP) {
            millis.add(took);
        }
    }

    /** All different answers, without what is random in each page: one is good. */
    Set<String> answers() {
        return answers;
    }

    /** Where the first two different answers part, with what comes before and after; empty if all are the same. */
    String difference() {
        if (answers.size() < 2) {
            return "";
        }
        var two = answers.stream().limit(2).toList();
        int at = Arrays.mismatch(two.get(0).toCharArray(), two.get(1).toCharArray());
        return two.stream()
                .map(answer -> answer.substring(Math.max(0, at - 80), Math.min(answer.length(), at + 80)))
                .collect(Collectors.joining("\n<-> "));
    }

    /**
     * Whether an observer learns something from the time: the gap is too wide, and the rank test says that it is no
     * accident of a busy machine.
     */
    boolean timeTells() {
        return medianGapMillis() >= MOST_MILLIS && rankTest() < CHANCE;
    }

    private double medianGapMillis() {
        return Math.abs(Figures.quantile(knownMillis, 0.5) - Figures.quantile(unknownMillis, 0.5));
    }

    /**
     * Mann and Whitney's rank test (normal approximation, two-sided): how likely times as different as these are if there
     * is no difference.
     */
    private double rankTest() {
        var all = Stream.concat(
                        knownMillis.stream().map(value -> new Ranked(value, true)),
                        unknownMillis.stream().map(value -> new Ranked(value, false)))
                .sorted(Comparator.comparingDouble(Ranked::value))
                .toList();
        double rankSum = 0;
        for (int i = 0; i < all.size(); i++) {
            rankSum += all.get(i).known() ? i + 1 : 0;
        }
        double n = knownMillis.size();
        double m = unknownMillis.size();
        double u = rankSum - n * (n + 1) / 2;
        double z = (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return 2 * upperTail(Math.abs(z));
    }

    private record Ranked(double value, boolean known) {}

    /** Of the standard normal distribution (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
    private static double upperTail(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    }

    /** Both measures and how many samples they are of, for a test that fails. */
    String times() {
        return "median gap %.1f ms, p %.4f of %d samples a side"
                .formatted(medianGapMillis(), rankTest(), knownMillis.size());
    }

    void keep(String form) {
        Figures.keep("enumeration-" + form + "-median-gap", medianGapMillis(), "ms", "< 5");
        Figures.keep("enumeration-" + form + "-rank-test", rankTest(), "p", "> 0.01");
    }
}
