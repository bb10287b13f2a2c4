package io.astrionix.musicmuse.web.shared;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The names a form was posted with that are not its own; for the log (R2). */
public final class UnknownFields {

    private static final int LONGEST_NAME = 40;
    private static final int NAMES_AT_MOST = 10;
    private static final List<String> FRAMEWORK = List.of("jakarta.faces.", "primefaces.");

    private UnknownFields() {}

    /**
     * @param posted names of request parameters
     * @param form the form's client id
     * @param fields ids of its fields and buttons
     * @return at most {@value #NAMES_AT_MOST} names, short and without any character that could forge a line of a log
     */
    public static List<String> in(Collection<String> posted, String form, Set<String> fields) {
        return posted.stream()
                .filter(name -> !isKnown(name, form, fields))
                .sorted()
                .limit(NAMES_AT_MOST)
                .map(UnknownFields::harmless)
                .toList();
    }

    private static boolean isKnown(String name, String form, Set<String> fields) {
        if (name.equals(form) || FRAMEWORK.stream().anyMatch(name::startsWith)) {
            return true;
        }
        var field = name.startsWith(form + ":") ? name.substring(form.length() + 1) : "";
        return fields.contains(field.replaceFirst("_(input|focus)$", ""));
    }

    private static String harmless(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9_:.-]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
