package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.shared.Operator;
import java.time.LocalDate;
import java.util.Locale;

/** Fills the places of a legal text in one language: who the operator is, periods by their rules, dates. */
public final class LegalPlaces {

    private static final String PERIOD = "period:";

    private final DataMap map;
    private final Operator operator;
    private final LocalDate today;
    private final Words words;
    private final LegalWords texts;

    public LegalPlaces(DataMap map, Operator operator, LocalDate today, Locale locale) {
        this.map = map;
        this.operator = operator;
        this.today = today;
        this.words = new Words(locale);
        this.texts = new LegalWords(locale);
    }

    /**
     * The value of a place by its name.
     *
     * @throws IllegalArgumentException if there is no such place
     * @throws java.util.NoSuchElementException if retention.yml has no such rule
     */
    public String value(String name) {
        if (name.startsWith(PERIOD)) {
            return words.period(map.rule(name.substring(PERIOD.length())));
        }
        return switch (name) {
            case "operator.name" -> named(operator.getName(), "operator.nameless");
            case "operator.contact" -> named(operator.getContact(), "operator.noContact");
            case "operator.country" -> named(operator.getCountry(), "operator.noCountry");
            case "today" -> texts.date(today);
            case "year-ago" -> texts.date(today.minusYears(1));
            default -> throw new IllegalArgumentException("legal texts have no place " + name);
        };
    }

    /** A legal page does not hide that the operator has not said it yet. */
    private String named(String value, String otherwise) {
        return value.isEmpty() ? texts.text(otherwise) : value;
    }
}
