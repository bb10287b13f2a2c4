package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.practice.boundary.SessionView;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The accuracy of takes over time, as a Chart.js line chart. */
final class AccuracyChart {

    // Colours that stand out from the light and from the dark page; a canvas knows no style sheet.
    private static final String LINE = "#8470ea";
    private static final String AREA = "rgba(132, 112, 234, 0.18)";
    private static final String GRID = "rgba(128, 122, 145, 0.25)";
    private static final String WORDS = "#837c94";

    private AccuracyChart() {}

    /**
     * @param newestFirst takes with their accuracy in percent
     * @param label what the line shows
     */
    static String of(List<SessionView> newestFirst, String label, Locale locale) {
        var when = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault());
        var labels = Json.createArrayBuilder();
        var values = Json.createArrayBuilder();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            labels.add(when.format(newestFirst.get(i).startedAt()));
            values.add(Math.round(newestFirst.get(i).accuracyPercent()));
        }
        var line = Json.createObjectBuilder()
                .add("label", label)
                .add("data", values)
                .add("borderColor", LINE)
                .add("pointBackgroundColor", LINE)
                .add("backgroundColor", AREA)
                .add("fill", true)
                .add("tension", 0.25);
        var scales = Json.createObjectBuilder()
                .add("x", axis())
                .add("y", axis().add("min", 0).add("max", 100));
        var plugins = Json.createObjectBuilder()
                .add("legend", Json.createObjectBuilder().add("display", false));
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
                                .add("scales", scales)
                                .add("plugins", plugins))
                .build()
                .toString();
    }

    private static JsonObjectBuilder axis() {
        return Json.createObjectBuilder()
                .add("grid", Json.createObjectBuilder().add("color", GRID))
                .add("ticks", Json.createObjectBuilder().add("color", WORDS));
    }
}
