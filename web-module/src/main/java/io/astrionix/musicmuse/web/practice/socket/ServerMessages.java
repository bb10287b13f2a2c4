package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.ExtraRetracted;
import io.astrionix.musicmuse.analysis.Feedback;
import io.astrionix.musicmuse.analysis.NoteJudged;
import io.astrionix.musicmuse.analysis.PitchHeard;
import io.astrionix.musicmuse.analysis.PlayerFollowed;
import io.astrionix.musicmuse.analysis.SoundTrouble;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes the server's messages of the protocol. Figures are rounded to what anybody can hear or see. */
final class ServerMessages {

    /** One for all: {@code Json} itself looks for its provider in every archive at each call, 50 times a second and take. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private ServerMessages() {}

    static String started(Take take) {
        return message("started")
                .add("session", take.session().toString())
                .add("nextSeq", take.nextSequence())
                .add("expected", take.expected())
                .build()
                .toString();
    }

    static String resumed(Take take, long nextSequence) {
        return message("resumed")
                .add("session", take.session().toString())
                .add("nextSeq", nextSequence)
                .build()
                .toString();
    }

    static String ack(long nextSequence) {
        return message("ack").add("nextSeq", nextSequence).build().toString();
    }

    static String error(PracticeClose close, String key, String id) {
        return message("error")
                .add("code", close.code())
                .add("key", key)
                .add("id", id)
                .build()
                .toString();
    }

    /**
     * @param sequence the last frame it depends on
     * @param take the take that it is about
     */
    static String feedback(Feedback feedback, long sequence, Take take) {
        if (feedback instanceof PitchHeard pitch) {
            return pitch(pitch, sequence);
        }
        if (feedback instanceof NoteJudged judged) {
            var json = message("verdict").add("seq", sequence);
            addVerdict(json, judged.verdict(), take);
            return json.build().toString();
        }
        if (feedback instanceof ExtraRetracted retracted) {
            return message("retract")
                    .add("seq", sequence)
                    .add("id", retracted.id())
                    .build()
                    .toString();
        }
        if (feedback instanceof PlayerFollowed followed) {
            return place(followed, sequence, take);
        }
        throw new IllegalArgumentException(feedback.toString());
    }

    private static String place(PlayerFollowed followed, long sequence, Take take) {
        var where = followed.whereabouts();
        var json = message("place")
                .add("seq", sequence)
                .add("note", where.noteIndex())
                .add("at", take.sampleHeardAt(where.atSeconds()))
                .add("speed", rounded(where.speed(), 3));
        if (followed.isElsewhere()) {
            json.add("again", where.latest().noteIndex());
        }
        return json.build().toString();
    }

    private static String pitch(PitchHeard pitch, long sequence) {
        var json = message("pitch")
                .add("seq", sequence)
                .add("at", pitch.atSample())
                .add("level", rounded(pitch.levelDbfs(), 1));
        addIfPresent(json, "hertz", pitch.hertz(), 2);
        addIfPresent(json, "midi", pitch.midi(), 3);
        pitch.midi().ifPresent(midi -> json.add("cents", rounded(100 * (midi - Math.rint(midi)), 1)));
        return json.build().toString();
    }

    static String result(Take take, TakeResult result) {
        var score = result.score();
        var json = message("result")
                .add("session", take.session().toString())
                .add("score", rounded(score.score(), 1))
                .add("accuracyPercent", rounded(score.accuracyPercent(), 1))
                .add("notesPlayed", score.notesPlayed())
                .add("durationMillis", take.played().toMillis())
                .add("expected", score.expected())
                .add("right", score.right())
                .add("calibrated", take.calibrated());
        addIfPresent(json, "medianTimingMillis", score.medianTimingMillis(), 1);
        addIfPresent(json, "medianCents", score.medianCents(), 1);
        addIfPresent(json, "tuningCents", score.tuningCents(), 1);
        score.transposedSemitones().ifPresent(semitones -> json.add("transposedSemitones", semitones));
        json.add("changes", result.followed().changes())
                .add("speed", rounded(result.followed().speed(), 3));
        var sound = JSON.createArrayBuilder();
        result.troubles().stream().map(SoundTrouble::id).sorted().forEach(sound::add);
        json.add("sound", sound);
        var verdicts = JSON.createArrayBuilder();
        for (var verdict : score.verdicts()) {
            var entry = JSON.createObjectBuilder();
            addVerdict(entry, verdict, take);
            verdicts.add(entry);
        }
        var track = JSON.createArrayBuilder();
        for (var point : result.track()) {
            track.add(JSON.createArrayBuilder().add(point.atSample()).add(rounded(point.midi(), 2)));
        }
        return json.add("verdicts", verdicts).add("track", track).build().toString();
    }

    private static void addVerdict(JsonObjectBuilder json, NoteVerdict verdict, Take take) {
        json.add("note", verdict.noteIndex())
                .add("verdict", verdict.verdict().id())
                .add("confidence", rounded(verdict.confidence(), 2));
        verdict.extraId().ifPresent(id -> json.add("id", id));
        verdict.onsetSeconds().ifPresent(onset -> json.add("at", take.sampleHeardAt(onset)));
        addIfPresent(json, "timingMillis", verdict.timingMillis(), 1);
        addIfPresent(json, "cents", verdict.cents(), 1);
        addIfPresent(json, "heardMidi", verdict.heardMidi(), 2);
    }

    private static JsonObjectBuilder message(String type) {
        return JSON.createObjectBuilder().add("v", ControlMessage.VERSION).add("type", type);
    }

    private static void addIfPresent(JsonObjectBuilder json, String name, OptionalDouble value, int decimals) {
        value.ifPresent(v -> json.add(name, rounded(v, decimals)));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
