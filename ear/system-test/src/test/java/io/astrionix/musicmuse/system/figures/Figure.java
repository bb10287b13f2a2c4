package io.astrionix.musicmuse.system.figures;

import java.util.Locale;
import java.util.Properties;

/**
 * Something that a test measured.
 *
 * @param id what it is, in lower case with hyphens; the table is sorted by it
 * @param aim what it should be, such as {@code <= 30}
 * @param command measures it again
 */
record Figure(String id, double value, String unit, String aim, String command) {

    static Figure from(Properties file) {
        return new Figure(
                file.getProperty("id"),
                Double.parseDouble(file.getProperty("value")),
                file.getProperty("unit"),
                file.getProperty("aim"),
                file.getProperty("command"));
    }

    Properties toProperties() {
        var file = new Properties();
        file.setProperty("id", id);
        file.setProperty("value", Double.toString(value));
        file.setProperty("unit", unit);
        file.setProperty("aim", aim);
        file.setProperty("command", command);
        return file;
    }

    String tableRow() {
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | `%s` |", id, readable(), unit, aim, command);
    }

    String withUnit() {
        return readable() + " " + unit;
    }

    /** Two decimals, fewer where they are zero. */
    private String readable() {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
