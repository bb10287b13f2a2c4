package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.practice.boundary.AudioDeviceView;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds what the Practice Room's own code needs to know, as JSON that is safe inside a script element. */
final class RoomData {

    private final JsonObjectBuilder room = Json.createObjectBuilder();
    private final JsonObjectBuilder choice = Json.createObjectBuilder();

    RoomData(Exercise exercise, String title) {
        var chosen = exercise.choice();
        choice.add("exercise", chosen.exerciseId())
                .add("instrument", chosen.instrumentId())
                .add("key", chosen.key().orElse(""))
                .add("octave", chosen.octave())
                .add("tempo", chosen.tempo());
        room.add("title", title)
                .add("beatsPerBar", exercise.beatsPerBar())
                .add("beatUnit", exercise.beatUnit())
                .add("lengthBeats", exercise.lengthBeats())
                .add("pitched", exercise.hasPitch())
                .add("notes", notes(exercise))
                .add("musicXml", exercise.musicXml());
    }

    private static JsonArrayBuilder notes(Exercise exercise) {
        var notes = Json.createArrayBuilder();
        for (var note : exercise.notes()) {
            notes.add(Json.createObjectBuilder()
                    .add("index", note.index())
                    .add("midi", note.soundingMidi())
                    .add("startBeat", note.startBeat())
                    .add("beats", note.durationBeats())
                    .add("bar", note.bar())
                    .add("beatInBar", note.beatInBar())
                    .add("name", note.writtenName()));
        }
        return notes;
    }

    RoomData instrument(String id, String name) {
        room.add("instrument", Json.createObjectBuilder().add("id", id).add("name", name));
        return this;
    }

    RoomData strictness(String id) {
        choice.add("strictness", id);
        return this;
    }

    /** @param a4 frequency of the A above middle C, in hertz */
    RoomData concertPitch(int a4) {
        choice.add("a4", a4);
        return this;
    }

    RoomData pace(String id) {
        choice.add("pace", id);
        return this;
    }

    RoomData countIn(int bars, boolean metronome) {
        room.add("countInBars", bars).add("metronome", metronome);
        return this;
    }

    RoomData devices(List<AudioDeviceView> calibrated) {
        var devices = Json.createArrayBuilder();
        for (var device : calibrated) {
            devices.add(Json.createObjectBuilder()
                    .add("id", device.id().toString())
                    .add("key", device.deviceKey())
                    .add("label", device.label())
                    .add("latencyMillis", device.latencyMillis())
                    .add("spreadMillis", device.spreadMillis()));
        }
        room.add("devices", devices);
        return this;
    }

    RoomData messages(Map<String, String> texts) {
        var messages = Json.createObjectBuilder();
        texts.forEach(messages::add);
        room.add("messages", messages);
        return this;
    }

    /** @return JSON in which no character can end the script element around it or begin a comment in it */
    String toJson(Locale locale, String contextPath) {
        return room.add("choice", choice)
                .add("locale", locale.toLanguageTag())
                .add("socket", contextPath + "/ws/practice")
                .add("historyUrl", contextPath + "/practice/history.xhtml")
                .add("chooseUrl", contextPath + "/practice/choose.xhtml")
                .build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
