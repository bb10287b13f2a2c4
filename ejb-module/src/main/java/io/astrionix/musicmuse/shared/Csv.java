package io.astrionix.musicmuse.shared;

import java.util.regex.Pattern;

/** Cells of CSV files (RFC 4180). */
public final class Csv {

    private static final Pattern FORMULA =
            Pattern.compile("^[=+\\-@\\t\\r\\x00\uFF1D\uFF0B\uFF0D\uFF20]", Pattern.DOTALL);

    private Csv() {}

    /** In quotes. A value that a spreadsheet could take for a formula gets an apostrophe before it (ASVS 1.2.10). */
    public static String cell(String value) {
        var harmless = FORMULA.matcher(value).find() ? "'" + value : value;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
