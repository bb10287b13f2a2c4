package io.astrionix.musicmuse.notification.boundary;

/** Text that stays on its line, in a header of a mail and anywhere else (ASVS 1.3.11). */
public final class OneLine {

    private OneLine() {}

    /**
     * Whether the text has no control character, no line or paragraph separator of Unicode and no half of a surrogate
     * pair.
     */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(character -> switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        });
    }
}
