package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.score.Strictness;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * How a take is to be judged.
 *
 * @param files all arguments that are no options, in their order
 * @param strictness beginner where nothing is said, as in the Practice Room
 * @param latencySeconds delay between playing and recording, in seconds, 0 or more
 */
record ScoreOptions(List<String> files, Strictness strictness, double latencySeconds) {

    private static final double MILLIS_PER_SECOND = 1000;

    /** @throws BadInput if an option is unknown or has no value, or another one than it may have */
    static ScoreOptions of(List<String> arguments) throws BadInput {
        List<String> files = new ArrayList<>();
        Strictness strictness = Strictness.BEGINNER;
        double latencySeconds = 0;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--strictness" -> strictness = strictness(rest.hasNext() ? rest.next() : "");
                case "--latency" -> latencySeconds = latencySeconds(rest.hasNext() ? rest.next() : "");
                default -> {
                    if (argument.startsWith("--")) {
                        throw new BadInput(argument + ": there is no such option. See --help.");
                    }
                    files.add(argument);
                }
            }
        }
        return new ScoreOptions(List.copyOf(files), strictness, latencySeconds);
    }

    private static Strictness strictness(String id) throws BadInput {
        return Strictness.of(id)
                .orElseThrow(() -> new BadInput("--strictness: give it beginner, standard or strict after it."));
    }

    private static double latencySeconds(String millis) throws BadInput {
        try {
            double seconds = Double.parseDouble(millis) / MILLIS_PER_SECOND;
            if (seconds >= 0 && !Double.isInfinite(seconds)) {
                return seconds;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, as for every other value that it cannot have.
        }
        throw new BadInput("--latency: give it a number of milliseconds, 0 or more, after it.");
    }
}
