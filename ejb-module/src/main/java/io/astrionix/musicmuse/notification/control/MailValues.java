package io.astrionix.musicmuse.notification.control;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The values of a mail as they are stored: a JSON object of texts. */
final class MailValues {

    private MailValues() {}

    static String toJson(Map<String, String> values) {
        var json = Json.createObjectBuilder();
        new TreeMap<>(values).forEach(json::add);
        return json.build().toString();
    }

    /** Empty where the mail was sent. */
    static Map<String, String> fromJson(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var values = new TreeMap<String, String>();
            var object = reader.readObject();
            object.keySet().forEach(key -> values.put(key, object.getString(key)));
            return values;
        }
    }
}
