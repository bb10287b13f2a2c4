package io.astrionix.musicmuse.system.practice;

import jakarta.json.JsonObject;
import java.util.List;

/** Reads messages of type {@code result}. */
final class TakeResults {

    private TakeResults() {}

    /** The verdicts in the order of the music, extra notes included. */
    static List<String> verdicts(JsonObject result) {
        return entries(result).stream()
                .map(verdict -> verdict.getString("verdict"))
                .toList();
    }

    static double score(JsonObject result) {
        return result.getJsonNumber("score").doubleValue();
    }

    /** The same facts as the database should have. */
    static StoredTake asStored(JsonObject result) {
        return new StoredTake(
                score(result),
                result.getJsonNumber("accuracyPercent").doubleValue(),
                result.getInt("notesPlayed"),
                result.getJsonNumber("durationMillis").longValueExact(),
                entries(result).stream()
                        .map(entry -> new StoredTake.Note(
                                entry.getInt("note"),
                                entry.getString("verdict"),
                                number(entry, "timingMillis"),
                                number(entry, "cents")))
                        .toList());
    }

    private static List<JsonObject> entries(JsonObject result) {
        return result.getJsonArray("verdicts").getValuesAs(JsonObject.class);
    }

    private static Double number(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonNumber(name).doubleValue() : null;
    }
}
