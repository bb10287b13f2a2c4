package io.astrionix.musicmuse.analysis.cli;

import java.util.regex.Pattern;

/** Numbers as people write them. Java's own reading also takes 1d, 0x1p3, NaN and the digits of other scripts. */
final class Decimal {

    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern WITH_FRACTION = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)");

    private Decimal() {}

    /**
     * A number like 12, 0.5 or -3.25, with spaces around it or not.
     *
     * @throws NumberFormatException if it is none
     */
    static double parse(String text) {
        return Double.parseDouble(checked(text, WITH_FRACTION));
    }

    /**
     * A whole number from 0 on, with spaces around it or not.
     *
     * @throws NumberFormatException if it is none, or too large
     */
    static int parseWhole(String text) {
        return Integer.parseInt(checked(text, WHOLE));
    }

    private static String checked(String text, Pattern form) {
        String number = text.strip();
        if (!form.matcher(number).matches()) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
