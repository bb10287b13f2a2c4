package io.astrionix.musicmuse.system.practice;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What a page says when a take begins.
 *
 * @param tempo beats a minute
 * @param musicStart sample index of beat 1
 */
public record TakeSettings(
        String exercise, String instrument, String key, int tempo, String strictness, int sampleRate, long musicStart) {

    /** C major on the violin, a quarter note every 600 ms, beat 1 after one second. */
    public static final TakeSettings VIOLIN_SCALE = new TakeSettings(
            "scale-major-one-octave", "violin", "C", 100, "beginner", Takes.SAMPLE_RATE, Takes.SAMPLE_RATE);

    /** The same scale as a violinist without fault plays it. */
    public static Performance violinScale() {
        return Performance.ofBeats(Performance.VIOLIN, 1, 0.6, 60, 62, 64, 65, 67, 69, 71, 72);
    }

    /** The message {@code start}. */
    public JsonObject start() {
        return Json.createObjectBuilder()
                .add("v", 1)
                .add("type", "start")
                .add("exercise", exercise)
                .add("instrument", instrument)
                .add("key", key)
                .add("octave", 0)
                .add("tempo", tempo)
                .add("strictness", strictness)
                .add("sampleRate", sampleRate)
                .add("musicStart", musicStart)
                .build();
    }
}
