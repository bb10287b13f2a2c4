package io.astrionix.musicmuse.legal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.KeptData;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import io.astrionix.musicmuse.legal.boundary.LegalBlock;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.ProcessorView;
import io.astrionix.musicmuse.legal.boundary.TransferGround;
import io.astrionix.musicmuse.legal.control.LegalTexts.LegalText;
import io.astrionix.musicmuse.shared.DataMapProducer;
import io.astrionix.musicmuse.shared.Operator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The legal texts themselves, in both languages. */
class LegalTextsTest {

    private static final Pattern PERIOD = Pattern.compile(
            "\\b\\d+\\s+"
                    + "(?:minutes?|hours?|days?|weeks?|months?|years?|Minuten?|Stunden?|Tage[n]?|Wochen?|Monate[n]?|Jahre[n]?)\\b");

    /** SHA-256 of each version's text; add a line with a new version, never change one that was delivered. */
    private static final Map<String, String> DELIVERED = Map.of(
            "PRIVACY 1", "f30fa588eee4d5b674eb5c3413778d24a6960d532882ed70739b30dc376a43d7",
            "COOKIES 1", "a0701f41e2792c5111842ac8cd5e091a367f405811b24051b358b6f155544a5e",
            "TERMS 1", "668b144237ba5b13646c7313235ec33cd853c2bdaf2898b3196ef4208bc40882");

    private final DataMap map = DataMapProducer.read();
    private final LegalTexts texts = new LegalTexts();

    @Test
    @Tag("R79")
    void a_version_once_delivered_is_never_edited() {
        assertThat(texts.all().stream()
                        .collect(Collectors.toMap(text -> text.document() + " " + text.number(), LegalText::sha256)))
                .isEqualTo(DELIVERED);
    }

    @Test
    @Tag("R81")
    void every_document_has_a_text_and_its_versions_are_counted_from_one() {
        for (var document : LegalDocument.texts()) {
            var numbers = texts.all().stream()
                    .filter(text -> text.document() == document)
                    .map(LegalText::number)
                    .toList();
            assertThat(numbers).as(document.name()).isNotEmpty().first().isEqualTo(1);
            assertThat(numbers)
                    .isEqualTo(
                            Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList());
        }
    }

    @Test
    @Tag("R27")
    void no_period_is_typed() {
        assertThat(texts.all()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(text -> assertThat(
                        PERIOD.matcher(text.english() + text.german()).results().map(found -> found.group()))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void all_texts_can_be_read_and_no_place_is_left_over(String language) {
        for (var text : texts.all()) {
            assertThat(read(text, language))
                    .hasSizeGreaterThan(4)
                    .flatMap(block -> block.plain().toList())
                    .allSatisfy(line -> assertThat(line).doesNotContain("{{").isNotBlank());
        }
    }

    @Test
    void both_languages_say_the_same_in_the_same_order() {
        assertThat(texts.all()).allSatisfy(text -> assertThat(kinds(text, "de")).isEqualTo(kinds(text, "en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @Tag("R27")
    @Tag("R34")
    @Tag("R65")
    void the_privacy_policy_shows_all_categories_periods_and_recipients(String language) {
        var words = new Words(Locale.forLanguageTag(language));
        var page = plain(LegalDocument.PRIVACY, language);
        assertThat(KeptData.of(map)).isNotEmpty().allSatisfy(kept -> assertThat(page)
                .contains(
                        words.category(kept.category()),
                        words.what(kept.attributes().subList(0, 1)),
                        words.basis(kept.basis()),
                        words.kept(map, kept.retention())));
        assertThat(Recipient.values()).allSatisfy(recipient -> assertThat(page).contains(words.recipient(recipient)));
        assertThat(page).contains("Rack & Sons (United States; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @Tag("R74")
    void the_cookie_policy_shows_every_cookie_that_may_be_set_and_no_other(String language) {
        var page = plain(LegalDocument.COOKIES, language);
        assertThat(KnownCookie.names()).allSatisfy(name -> assertThat(page).contains(name));
        assertThat(Pattern.compile("__[A-Za-z]+-[a-z]+").matcher(page).results().map(found -> found.group()))
                .hasSize(KnownCookie.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @Tag("R76")
    @Tag("R80")
    @Tag("R65")
    void the_privacy_policy_names_the_operator_no_sale_and_the_right_to_complain(String language) {
        var page = plain(LegalDocument.PRIVACY, language);
        boolean english = language.equals("en");
        assertThat(page)
                .contains("Tune Inc", "privacy@tune.example", "United States")
                .contains(english ? "We do not sell personal data" : "Wir verkaufen keine personenbezogenen Daten")
                .contains(english ? "right to complain to the data protection" : "bei der Datenschutzbehörde")
                .contains(english ? "standard contractual clauses" : "Standardvertragsklauseln")
                .contains(english ? "Nobody under 13" : "Niemand unter 13")
                .contains("Stripe");
    }

    @Test
    @Tag("R75")
    void the_table_of_california_lists_every_category_with_the_last_twelve_months() {
        var page = plain(LegalDocument.PRIVACY, "en");
        var words = new Words(Locale.ENGLISH);
        assertThat(page).contains("November 27, 2025 to November 27, 2026");
        var cards = new LegalTables(map, List.of(), Locale.ENGLISH).table("california");
        assertThat(cards).hasSize(Category.values().length);
        assertThat(cards.stream().map(card -> card.title()))
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(words::category).toList());
    }

    private List<LegalBlock.Kind> kinds(LegalText text, String language) {
        return read(text, language).stream().map(LegalBlock::kind).toList();
    }

    private String plain(LegalDocument document, String language) {
        return read(texts.find(document, 1).orElseThrow(), language).stream()
                .flatMap(LegalBlock::plain)
                .collect(Collectors.joining("\n"));
    }

    private List<LegalBlock> read(LegalText text, String language) {
        var locale = Locale.forLanguageTag(language);
        var places = new LegalPlaces(map, new TuneInc(), LocalDate.of(2026, 11, 27), locale);
        var processor = new ProcessorView(
                UUID.randomUUID(),
                "Rack & Sons",
                Recipient.HOSTING_PROVIDER,
                "United States",
                TransferGround.STANDARD_CLAUSES,
                "DPA 1",
                LocalDate.of(2026, 1, 1),
                null);
        var tables = new LegalTables(map, List.of(processor), locale);
        return new MarkdownReader(places::value, tables::table).read(text.in(locale));
    }

    private static final class TuneInc extends Operator {
        @Override
        public String getName() {
            return "Tune Inc";
        }

        @Override
        public String getContact() {
            return "privacy@tune.example";
        }

        @Override
        public String getCountry() {
            return "United States";
        }
    }
}
