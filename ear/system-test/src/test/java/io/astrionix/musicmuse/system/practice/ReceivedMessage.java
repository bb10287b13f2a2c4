package io.astrionix.musicmuse.system.practice;

import jakarta.json.JsonObject;

/** A message of the server, and when it was here ({@link System#nanoTime}). */
public record ReceivedMessage(JsonObject json, long arrivedNanos) {

    public String type() {
        return json.getString("type");
    }
}
