package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import io.astrionix.musicmuse.datamap.Words;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What an export says beside the data, in one language: the data map's words (R43) and those of its own pages. */
final class ExportWords {

    private static final String BUNDLE = "io.astrionix.musicmuse.privacy.export";

    private final DataMap map;
    private final Locale locale;
    private final Words words;
    private final ResourceBundle bundle;

    ExportWords(DataMap map, Locale locale) {
        this.map = map;
        this.locale = locale;
        this.words = new Words(locale);
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, ExportWords.class.getClassLoader(), noFallback);
    }

    Locale locale() {
        return locale;
    }

    String what(ExportField field) {
        return words.what(List.of(field.word()));
    }

    String purposes(Personal personal) {
        return words.purposes(personal.purposes());
    }

    String basis(Personal personal) {
        return words.basis(personal.basis());
    }

    String source(Personal personal) {
        return bundle.getString("source." + personal.source());
    }

    String recipients(Personal personal) {
        return words.recipients(personal.recipients());
    }

    String kept(Personal personal) {
        return words.kept(map, personal.retention());
    }

    String category(Category category) {
        return words.category(category);
    }

    /** The name of a kind; one that has no word yet is called as in the files. */
    String kind(String table) {
        var key = "kind." + table;
        return bundle.containsKey(key) ? bundle.getString(key) : table;
    }

    String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
