package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.shared.BusinessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** Texts for users, from the message bundles, in the language of the page. */
public final class Messages {

    /** Faces' variable {@code msg} reads the same bundles through {@link MessageBundle}. */
    private static final List<String> BUNDLES = List.of(
            "io.astrionix.musicmuse.web.messages",
            "io.astrionix.musicmuse.web.practice-client",
            "io.astrionix.musicmuse.lessons.messages");

    private static final String CLIENT = "io.astrionix.musicmuse.web.practice-client";

    private Messages() {}

    /** The text of a key with its {0} places filled; the key itself between question marks where there is none. */
    public static String text(Locale locale, String key, Object... values) {
        var text = BUNDLES.stream()
                .map(bundle -> find(bundle, locale, key))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("???" + key + "???");
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** The text of a key in the language of the current page. */
    public static String text(String key, Object... values) {
        return text(locale(), key, values);
    }

    public static Locale locale() {
        var view = FacesContext.getCurrentInstance().getViewRoot();
        return view == null ? Locale.ENGLISH : view.getLocale();
    }

    /** Shows that something was done. */
    public static void info(String key, Object... values) {
        var text = text(key, values);
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
    }

    /** Shows an error on the current page. */
    public static void error(String key, Object... values) {
        var text = text(key, values);
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** Shows an expected error on the current page. */
    public static void error(BusinessException expected) {
        error(expected.key(), expected.arguments().toArray());
    }

    /** All texts the Practice Room's own code shows, by key. */
    public static Map<String, String> forClient(Locale locale) {
        var bundle = bundle(CLIENT, locale);
        var texts = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    static List<String> keys(Locale locale) {
        var keys = new ArrayList<String>();
        BUNDLES.forEach(name -> keys.addAll(bundle(name, locale).keySet()));
        Collections.sort(keys);
        return keys;
    }

    private static Optional<String> find(String name, Locale locale, String key) {
        try {
            return Optional.of(bundle(name, locale).getString(key));
        } catch (MissingResourceException notInThisOne) {
            return Optional.empty();
        }
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(name, locale, Messages.class.getClassLoader(), noFallback);
    }
}
