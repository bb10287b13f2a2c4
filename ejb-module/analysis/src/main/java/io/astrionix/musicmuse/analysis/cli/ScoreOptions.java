package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.ConcertPitch;
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
 * @param concertPitch what the instrument is tuned to; 440 Hz where nothing is said
 */
record ScoreOptions(List<String> files, Strictness strictness, double latencySeconds, ConcertPitch concertPitch) {

    private static final double MILLIS_PER_SECOND = 1000;

    /** @throws BadInput if an option is unknown or has no value, or another one than it may have */
    static ScoreOptions of(List<String> arguments) throws BadInput {
        List<String> files = new ArrayList<>();
        Strictness strictness = Strictness.BEGINNER;
        double latencySeconds = 0;
        ConcertPitch concertPitch = ConcertPitch.STANDARD;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--strictness" -> strictness = strictness(rest.hasNext() ? rest.next() : "");
                case "--latency" -> latencySeconds = latencySeconds(rest.hasNext() ? rest.next() : "");
                case "--a4" -> concertPitch = concertPitch(rest.hasNext() ? rest.next() : "");
                default -> {
                    if (argument.startsWith("--")) {
                        throw new BadInput(argument + ": there is no such option. See --help.");
                    }
                    files.add(argument);
                }
            }
        }
        return new ScoreOptions(List.copyOf(files), strictness, latencySeconds, concertPitch);
    }

    private static Strictness strictness(String id) throws BadInput {
        return Strictness.of(id)
                .orElseThrow(() -> new BadInput("--strictness: give it beginner, standard or strict after it."));
    }

    private static ConcertPitch concertPitch(String hertz) throws BadInput {
        try {
            return new ConcertPitch(Double.parseDouble(hertz));
        } catch (IllegalArgumentException noPitch) { // no number, or out of its range
            throw new BadInput("--a4: give it the frequency of A4, %d to %d Hz, after it."
                    .formatted(ConcertPitch.LOWEST, ConcertPitch.HIGHEST));
        }
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
