package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.practice.boundary.SessionView;
import jakarta.json.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The accuracy of takes over time, as a Chart.js line chart. */
final class AccuracyChart {

    private AccuracyChart() {}

    /**
     * @param newestFirst takes with their accuracy in percent
     * @param label what the line shows
     */
    static String of(List<SessionView> newestFirst, String label, Locale locale) {
        var when = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
        var labels = Json.createArrayBuilder();
        var values = Json.createArrayBuilder();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            labels.add(when.format(newestFirst.get(i).startedAt()));
            values.add(Math.round(newestFirst.get(i).accuracyPercent()));
        }
        var line = Json.createObjectBuilder()
                .add("label", label)
                .add("data", values)
                .add("borderColor", "#5b6ee1")
                .add("backgroundColor", "rgba(91, 110, 225, 0.15)")
                .add("fill", true)
                .add("tension", 0.25);
        var percent = Json.createObjectBuilder()
                .add("y", Json.createObjectBuilder().add("min", 0).add("max", 100));
        return Json.createObjectBuilder()
                .add("type", "line")
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("labels", labels)
                                .add("datasets", Json.createArrayBuilder().add(line)))
                .add(
                        "options",
                        Json.createObjectBuilder()
                                .add("maintainAspectRatio", false)
                                .add("scales", percent))
                .build()
                .toString();
    }
}
