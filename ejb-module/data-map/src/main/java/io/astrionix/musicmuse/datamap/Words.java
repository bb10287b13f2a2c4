package io.astrionix.musicmuse.datamap;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The data map in the words of one language, English or German. Periods come from the rules, never from the words. */
public final class Words {

    private static final String BUNDLE = "io.astrionix.musicmuse.datamap.words";

    private final Locale locale;
    private final ResourceBundle bundle;

    public Words(Locale locale) {
        this.locale = locale;
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Words.class.getClassLoader(), noFallback);
    }

    public String category(Category category) {
        return constant(category);
    }

    public String purposes(Collection<Purpose> purposes) {
        return list(purposes);
    }

    public String basis(LegalBasis basis) {
        return constant(basis);
    }

    public String recipient(Recipient recipient) {
        return constant(recipient);
    }

    public String recipients(Collection<Recipient> recipients) {
        return list(recipients);
    }

    public String erase(Erase erase) {
        return constant(erase);
    }

    /** How long, by the rules' own sentences. */
    public String kept(DataMap map, Collection<String> rules) {
        return rules.stream().map(id -> kept(map.rule(id))).collect(Collectors.joining("; "));
    }

    public String kept(RetentionRule rule) {
        var period = rule.period().isPresent() ? period(rule) : "";
        return format("rule." + rule.id(), period);
    }

    /** Why so long. */
    public String ground(RetentionRule rule) {
        return bundle.getString("ground." + rule.ground());
    }

    /** Such as "30 days". */
    public String period(RetentionRule rule) {
        return period(rule.amount());
    }

    /** In its largest unit, such as "30 days". */
    public String period(TemporalAmount amount) {
        if (amount instanceof Period period) {
            return Stream.of(ChronoUnit.DAYS, ChronoUnit.MONTHS, ChronoUnit.YEARS)
                    .filter(unit -> period.get(unit) != 0)
                    .findFirst()
                    .map(unit -> amount(unit.toString().toLowerCase(Locale.ROOT), period.get(unit)))
                    .orElseThrow();
        }
        var duration = (Duration) amount;
        return duration.toMinutesPart() != 0
                ? amount("minutes", duration.toMinutes())
                : amount("hours", duration.toHours());
    }

    /**
     * What the attributes are, each word once.
     *
     * @param attributes keys as {@link KeptData} has them
     */
    public String what(Collection<String> attributes) {
        return attributes.stream()
                .map(attribute -> bundle.getString("what." + attribute))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A processing activity of the Article 30 record. */
    public String activity(String id) {
        return bundle.getString("activity." + id);
    }

    /** How one objects to an activity of legitimate interest, or the written ground why not (R29). */
    public String interest(String activity) {
        return bundle.getString("interest." + activity);
    }

    /** What is in it, for the person it may be about. */
    public String store(Store store) {
        return bundle.getString("store." + store.id());
    }

    private String amount(String unit, long number) {
        return format("period." + unit, number);
    }

    private String constant(Enum<?> constant) {
        return bundle.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private String list(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(this::constant).collect(Collectors.joining("; "));
    }

    private String format(String key, Object value) {
        return new MessageFormat(bundle.getString(key), locale).format(new Object[] {value});
    }
}
