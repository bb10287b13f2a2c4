package io.astrionix.musicmuse.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.DataMapProducer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the data map: complete in both languages, and without a period of their own. */
class WordsTest {

    private final DataMap map = DataMapProducer.read();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everything_in_the_map_has_its_word_and_no_word_is_left_over(String language) {
        var needed = neededKeys();
        var there = bundle(language).keySet();
        assertThat(needed.stream().filter(key -> !there.contains(key)))
                .as("missing")
                .isEmpty();
        assertThat(there.stream().filter(key -> !needed.contains(key)).sorted())
                .as("left over")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @Tag("R20")
    void no_period_is_typed(String language) {
        var bundle = bundle(language);
        assertThat(neededKeys().stream()
                        .filter(key -> key.startsWith("rule.") || key.startsWith("ground."))
                        .map(bundle::getString)
                        .map(text -> text.replace("{0}", "")))
                .hasSizeGreaterThan(20)
                .noneMatch(text -> text.matches(".*\\d.*"));
        assertThat(map.rules()).allSatisfy(rule -> assertThat(
                        bundle.getString("rule." + rule.id()).contains("{0}"))
                .as(rule.id())
                .isEqualTo(rule.period().isPresent()));
    }

    @ParameterizedTest
    @CsvSource({
        "P1Y, 1 year, 1 Jahr",
        "P7Y, 7 years, 7 Jahre",
        "P1M, 1 month, 1 Monat",
        "P24M, 24 months, 24 Monate",
        "P14D, 14 days, 14 Tage",
        "PT24H, 24 hours, 24 Stunden",
        "PT30M, 30 minutes, 30 Minuten"
    })
    void a_period_is_said_in_the_unit_of_its_rule(String period, String english, String german) {
        var rule = new RetentionRule(
                "r",
                RetentionRule.Lasts.AFTER,
                Optional.of(period),
                List.of(),
                "link",
                "5",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        assertThat(new Words(Locale.ENGLISH).period(rule)).isEqualTo(english);
        assertThat(new Words(Locale.GERMAN).period(rule)).isEqualTo(german);
    }

    private Set<String> neededKeys() {
        var keys = new TreeSet<String>();
        for (var constants : List.<Enum<?>[]>of(
                Category.values(), Purpose.values(), LegalBasis.values(), Recipient.values(), Erase.values())) {
            for (var constant : constants) {
                keys.add(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            }
        }
        List.of("minutes", "hours", "days", "months", "years").forEach(unit -> keys.add("period." + unit));
        map.rules().forEach(rule -> {
            keys.add("rule." + rule.id());
            keys.add("ground." + rule.ground());
        });
        map.personalStores().forEach(store -> keys.add("store." + store.id()));
        KeptData.of(map).forEach(kept -> kept.attributes().forEach(attribute -> keys.add("what." + attribute)));
        map.records().forEach(mapped -> mapped.personal().ifPresent(about -> {
            keys.add("activity." + about.activity());
            if (mapped.attributes().stream().anyMatch(WordsTest::isOfLegitimateInterest)) {
                keys.add("interest." + about.activity());
            }
        }));
        return keys;
    }

    private static boolean isOfLegitimateInterest(MappedAttribute attribute) {
        return attribute
                .personal()
                .filter(personal -> personal.basis() == LegalBasis.LEGITIMATE_INTEREST)
                .isPresent();
    }

    private static ResourceBundle bundle(String language) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(
                "io.astrionix.musicmuse.datamap.words", Locale.forLanguageTag(language), noFallback);
    }
}
