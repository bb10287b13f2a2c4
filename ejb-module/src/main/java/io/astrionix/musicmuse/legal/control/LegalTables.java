package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.KeptData;
import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import io.astrionix.musicmuse.legal.boundary.LegalCard;
import io.astrionix.musicmuse.legal.boundary.LegalCard.Fact;
import io.astrionix.musicmuse.legal.boundary.ProcessorView;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables in legal texts, in one language: made from the data map, the cookies and the processors, never typed. */
public final class LegalTables {

    private static final String SESSION_RULE = "session-12h";

    private final DataMap map;
    private final List<ProcessorView> processors;
    private final Words words;
    private final LegalWords texts;

    /** @param processors those whose contract holds */
    public LegalTables(DataMap map, List<ProcessorView> processors, Locale locale) {
        this.map = map;
        this.processors = List.copyOf(processors);
        this.words = new Words(locale);
        this.texts = new LegalWords(locale);
    }

    /**
     * The rows of a table by its name.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public List<LegalCard> table(String name) {
        return switch (name) {
            case "categories" -> categories();
            case "periods" -> periods();
            case "recipients" -> recipients();
            case "cookies" -> cookies();
            case "california" -> california();
            default -> throw new IllegalArgumentException("legal texts have no table " + name);
        };
    }

    private List<LegalCard> categories() {
        return KeptData.of(map).stream()
                .collect(Collectors.groupingBy(
                        KeptData::category, () -> new EnumMap<>(Category.class), Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> category(entry.getKey(), entry.getValue()))
                .toList();
    }

    private LegalCard category(Category category, List<KeptData> rows) {
        return new LegalCard(
                words.category(category),
                List.of(
                        fact("what", words.what(each(rows, KeptData::attributes))),
                        fact("why", words.purposes(EnumSet.copyOf(each(rows, KeptData::purposes)))),
                        fact("basis", joined(rows.stream().map(row -> words.basis(row.basis())))),
                        fact("kept", joined(rows.stream().map(row -> words.kept(map, row.retention())))),
                        fact("recipients", words.recipients(EnumSet.copyOf(each(rows, KeptData::recipients))))));
    }

    /** Rules that nothing uses yet are left out: they say nothing about what is stored. */
    private List<LegalCard> periods() {
        return map.rules().stream()
                .filter(rule -> rule.waiting().isEmpty() && rule.lasts() != RetentionRule.Lasts.INSTALLATION)
                .map(rule -> new LegalCard(words.kept(rule), List.of(fact("ground", words.ground(rule)))))
                .toList();
    }

    /** All there can be, also those whom nothing is given yet. */
    private List<LegalCard> recipients() {
        return Arrays.stream(Recipient.values())
                .map(recipient -> new LegalCard(
                        words.recipient(recipient),
                        List.of(fact("gets", texts.text("recipient." + recipient)), fact("who", companies(recipient)))))
                .toList();
    }

    private String companies(Recipient recipient) {
        if (recipient == Recipient.ORGANIZATION || recipient == Recipient.GUARDIAN) {
            return texts.text("who." + recipient);
        }
        var named = processors.stream()
                .filter(processor -> processor.role() == recipient)
                .map(processor -> processor.name() + " (" + processor.country() + "; "
                        + texts.text("ground." + processor.ground()) + ")")
                .collect(Collectors.joining("; "));
        return named.isEmpty() ? texts.text("who.nobody") : named;
    }

    private List<LegalCard> cookies() {
        return Arrays.stream(KnownCookie.values())
                .map(cookie -> new LegalCard(
                        cookie.cookie(),
                        List.of(
                                fact("why", texts.text("cookie." + cookie + ".why")),
                                fact("holds", texts.text("cookie." + cookie + ".holds")),
                                fact("kept", life(cookie)),
                                fact("who", texts.text("cookie.ours")))))
                .toList();
    }

    /** A cookie that goes with the browser ends with the sign-in at the latest. */
    private String life(KnownCookie cookie) {
        return cookie.period()
                .map(words::period)
                .orElseGet(() -> texts.text("cookie.session") + "; " + words.kept(map.rule(SESSION_RULE)));
    }

    /** The categories of California's law (1798.110, 1798.130), by the map's own. */
    private List<LegalCard> california() {
        var byCategory = map.attributes()
                .flatMap(attribute -> attribute.personal().stream())
                .collect(Collectors.groupingBy(
                        Personal::category, () -> new EnumMap<>(Category.class), Collectors.toList()));
        return Arrays.stream(Category.values())
                .map(category -> california(category, byCategory))
                .toList();
    }

    private LegalCard california(Category category, Map<Category, List<Personal>> collected) {
        var data = collected.getOrDefault(category, List.of());
        if (data.isEmpty()) {
            return new LegalCard(words.category(category), List.of(fact("collected", texts.text("no"))));
        }
        Set<Source> sources = data.stream()
                .map(Personal::source)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Source.class)));
        Set<Purpose> purposes = EnumSet.copyOf(each(data, Personal::purposes));
        return new LegalCard(
                words.category(category),
                List.of(
                        fact("collected", texts.text("yes")),
                        fact("sources", joined(sources.stream().map(source -> texts.text("source." + source)))),
                        fact("why", words.purposes(purposes)),
                        fact("disclosed", words.recipients(EnumSet.copyOf(each(data, Personal::recipients)))),
                        fact("sold", texts.text("no"))));
    }

    private Fact fact(String label, String value) {
        return new Fact(texts.text("label." + label), value);
    }

    private static <R, T> List<T> each(Collection<R> rows, Function<R, Collection<T>> values) {
        return rows.stream().flatMap(row -> values.apply(row).stream()).toList();
    }

    private static String joined(Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining("; "));
    }
}
