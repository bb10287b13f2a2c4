package io.astrionix.musicmuse.audit.control;

/**
 * A text that may come from an attacker, made fit for storing and for one line of a log (ASVS 16.4.1): no control
 * characters, no line or paragraph separators, no turned writing direction, no halves of characters, not endless.
 */
final class PlainText {

    private static final int LONGEST = 500;
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    static String of(String text) {
        var plain = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).map(c -> isPlain(c) ? c : REPLACEMENT).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
