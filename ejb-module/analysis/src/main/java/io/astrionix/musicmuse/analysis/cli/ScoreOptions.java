package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How a take is to be judged.
 *
 * @param files all arguments that are no options, in their order
 * @param kind how the notes are made; empty where nothing is said
 * @param strictness beginner where nothing is said, as in the Practice Room
 * @param latencySeconds delay between playing and recording, in seconds, 0 to an hour
 * @param concertPitch what the instrument is tuned to; 440 Hz where nothing is said
 * @param pace at which the player is followed; not at all where nothing is said
 */
record ScoreOptions(
        List<String> files,
        Optional<InputKind> kind,
        Strictness strictness,
        double latencySeconds,
        ConcertPitch concertPitch,
        Pace pace) {

    /** An hour, far more than any device takes: somebody may have begun to record long before the music. */
    static final int LONGEST_LATENCY_MILLIS = 3_600_000;

    private static final double MILLIS_PER_SECOND = 1000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String OWN_TEMPO = "own";

    /** @throws BadInput if an option is unknown or has no value, or another one than it may have */
    static ScoreOptions of(List<String> arguments) throws BadInput {
        List<String> files = new ArrayList<>();
        Optional<InputKind> kind = Optional.empty();
        Strictness strictness = Strictness.BEGINNER;
        double latencySeconds = 0;
        ConcertPitch concertPitch = ConcertPitch.STANDARD;
        Pace pace = new Pace.Fixed();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--kind" -> kind = Optional.of(kind(rest.hasNext() ? rest.next() : ""));
                case "--strictness" -> strictness = strictness(rest.hasNext() ? rest.next() : "");
                case "--latency" -> latencySeconds = latencySeconds(rest.hasNext() ? rest.next() : "");
                case "--a4" -> concertPitch = concertPitch(rest.hasNext() ? rest.next() : "");
                case "--tempo" -> pace = pace(rest.hasNext() ? rest.next() : "");
                default -> {
                    if (argument.startsWith("--")) {
                        throw new BadInput(argument + ": there is no such option. See --help.");
                    }
                    files.add(argument);
                }
            }
        }
        return new ScoreOptions(List.copyOf(files), kind, strictness, latencySeconds, concertPitch, pace);
    }

    private static InputKind kind(String id) throws BadInput {
        try {
            return InputKind.of(id);
        } catch (IllegalArgumentException noKind) {
            throw new BadInput("--kind: give it tuned, voice, keys or percussion after it.");
        }
    }

    private static Strictness strictness(String id) throws BadInput {
        return Strictness.of(id)
                .orElseThrow(() -> new BadInput("--strictness: give it beginner, standard or strict after it."));
    }

    private static ConcertPitch concertPitch(String hertz) throws BadInput {
        try {
            return new ConcertPitch(Decimal.parse(hertz));
        } catch (IllegalArgumentException noPitch) { // no number, or out of its range
            throw new BadInput("--a4: give it the frequency of A4, %d to %d Hz, after it."
                    .formatted(ConcertPitch.LOWEST, ConcertPitch.HIGHEST));
        }
    }

    private static Pace pace(String tempo) throws BadInput {
        try {
            return tempo.equals(OWN_TEMPO)
                    ? new Pace.Own()
                    : new Pace.Metronome(SECONDS_PER_MINUTE / Decimal.parse(tempo));
        } catch (IllegalArgumentException noTempo) { // no number, or none that a metronome has
            throw new BadInput("--tempo: give it a number of beats per minute, more than 0, or own, after it.");
        }
    }

    private static double latencySeconds(String millis) throws BadInput {
        try {
            double latency = Decimal.parse(millis);
            if (latency >= 0 && latency <= LONGEST_LATENCY_MILLIS) {
                return latency / MILLIS_PER_SECOND;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, as for every other value that it cannot have.
        }
        throw new BadInput(
                "--latency: give it a number of milliseconds, 0 to " + LONGEST_LATENCY_MILLIS + ", after it.");
    }
}
