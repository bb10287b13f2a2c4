package io.astrionix.musicmuse.legal.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the tables in legal texts, in one language. */
final class LegalWords {

    private static final String BUNDLE = "io.astrionix.musicmuse.legal.tables";

    private final ResourceBundle bundle;
    private final Locale locale;

    LegalWords(Locale locale) {
        this.locale = locale;
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        bundle = ResourceBundle.getBundle(BUNDLE, locale, LegalWords.class.getClassLoader(), noFallback);
    }

    String text(String key) {
        return bundle.getString(key);
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }
}
