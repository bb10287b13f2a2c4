package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads text messages of the protocol; takes nothing on trust. */
final class ControlMessageReader {

    private static final Set<Integer> SAMPLE_RATES = Set.of(44_100, 48_000);
    private static final int MAX_MUSIC_START_SECONDS = 60;
    private static final double MAX_LATENCY_MILLIS = 500;
    private static final int MAX_TEXT = 100;

    private ControlMessageReader() {}

    /** @throws ProtocolViolation MALFORMED or VERSION */
    static ControlMessage read(String text) throws ProtocolViolation {
        var message = parse(text);
        if (integer(message, "v") != ControlMessage.VERSION) {
            throw new ProtocolViolation(PracticeClose.VERSION);
        }
        return switch (string(message, "type")) {
            case "start" -> start(message);
            case "resume" -> new ControlMessage.Resume(uuid(message, "session"), input(message));
            case "stop" -> new ControlMessage.Stop(integer(message, "samples"));
            default -> throw malformed();
        };
    }

    private static JsonObject parse(String text) throws ProtocolViolation {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException notAnObject) {
            // JsonException for bad JSON; the parser throws plain RuntimeException for JSON nested too deep
            throw malformed();
        }
    }

    private static ControlMessage start(JsonObject message) throws ProtocolViolation {
        int sampleRate = smallInteger(message, "sampleRate");
        long musicStart = integer(message, "musicStart");
        if (!SAMPLE_RATES.contains(sampleRate)
                || musicStart < 0
                || musicStart > (long) MAX_MUSIC_START_SECONDS * sampleRate) {
            throw malformed();
        }
        boolean calibrated = message.containsKey("latencyMillis");
        double latencyMillis = calibrated ? number(message, "latencyMillis") : 0;
        if (!(latencyMillis >= 0 && latencyMillis <= MAX_LATENCY_MILLIS)) {
            throw malformed();
        }
        var strictness = Strictness.of(string(message, "strictness")).orElseThrow(ControlMessageReader::malformed);
        var command = new StartPracticeCommand(
                choice(message),
                input(message),
                pace(message),
                strictness,
                calibrated,
                (double) musicStart / sampleRate);
        return new ControlMessage.Start(
                command, sampleRate, latencyMillis / 1000, concertPitch(message), metronome(message));
    }

    private static boolean metronome(JsonObject message) throws ProtocolViolation {
        var sounds = message.getOrDefault("metronome", JsonValue.FALSE);
        if (!sounds.equals(JsonValue.TRUE) && !sounds.equals(JsonValue.FALSE)) {
            throw malformed();
        }
        return sounds.equals(JsonValue.TRUE);
    }

    private static ConcertPitch concertPitch(JsonObject message) throws ProtocolViolation {
        if (!message.containsKey("a4")) {
            return ConcertPitch.STANDARD;
        }
        double hertz = number(message, "a4");
        if (!ConcertPitch.isPossible(hertz)) {
            throw malformed();
        }
        return new ConcertPitch(hertz);
    }

    private static TakeInput input(JsonObject message) throws ProtocolViolation {
        return message.containsKey("input")
                ? TakeInput.of(string(message, "input")).orElseThrow(ControlMessageReader::malformed)
                : TakeInput.MICROPHONE;
    }

    private static TakePace pace(JsonObject message) throws ProtocolViolation {
        return message.containsKey("pace")
                ? TakePace.of(string(message, "pace")).orElseThrow(ControlMessageReader::malformed)
                : TakePace.METRONOME;
    }

    private static ExerciseChoice choice(JsonObject message) throws ProtocolViolation {
        Optional<String> key = message.containsKey("key") ? Optional.of(string(message, "key")) : Optional.empty();
        try {
            return new ExerciseChoice(
                    string(message, "exercise"),
                    string(message, "instrument"),
                    key,
                    smallInteger(message, "octave"),
                    smallInteger(message, "tempo"));
        } catch (InvalidExerciseChoiceException wrong) {
            throw malformed();
        }
    }

    private static String string(JsonObject message, String name) throws ProtocolViolation {
        if (message.get(name) instanceof JsonString value && value.getString().length() <= MAX_TEXT) {
            return value.getString();
        }
        throw malformed();
    }

    private static long integer(JsonObject message, String name) throws ProtocolViolation {
        if (message.get(name) instanceof JsonNumber value) {
            try {
                return value.bigDecimalValue().longValueExact();
            } catch (ArithmeticException notWhole) {
                throw malformed();
            }
        }
        throw malformed();
    }

    private static int smallInteger(JsonObject message, String name) throws ProtocolViolation {
        try {
            return Math.toIntExact(integer(message, name));
        } catch (ArithmeticException tooLarge) {
            throw malformed();
        }
    }

    private static double number(JsonObject message, String name) throws ProtocolViolation {
        if (message.get(name) instanceof JsonNumber value) {
            return value.doubleValue();
        }
        throw malformed();
    }

    private static UUID uuid(JsonObject message, String name) throws ProtocolViolation {
        try {
            return UUID.fromString(string(message, name));
        } catch (IllegalArgumentException notAnId) {
            throw malformed();
        }
    }

    private static ProtocolViolation malformed() {
        return new ProtocolViolation(PracticeClose.MALFORMED);
    }
}
