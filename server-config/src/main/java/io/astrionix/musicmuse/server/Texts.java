package io.astrionix.musicmuse.server;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The launcher's texts, from {@code Texts.properties}. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(Texts.class.getName());

    private Texts() {}

    /** @throws java.util.MissingResourceException if there is no such text */
    static String text(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            // A port is 8080, not 8,080.
            plain[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(plain);
    }
}
