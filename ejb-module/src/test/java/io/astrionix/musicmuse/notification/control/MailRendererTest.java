package io.astrionix.musicmuse.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.MailValue;
import io.astrionix.musicmuse.shared.DataMapProducer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailRendererTest {

    private static final String SITE = "https://music.example.org";
    private static final String LINK = SITE + "/verify.xhtml?token=abc&x=1";
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final MailRenderer renderer = new MailRenderer(DataMapProducer.read());

    static Stream<Arguments> everyMail() {
        return Stream.of(MailTemplate.values()).flatMap(template -> Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void every_mail_can_be_written_in_every_language(MailTemplate template, Locale language) {
        var mail = renderer.render(template, language, values(template), AT, SITE);

        assertThat(mail.subject()).isNotBlank().doesNotContain("{", "\n");
        assertThat(mail.text()).contains(SITE).doesNotContain("{", "[");
        assertThat(mail.html())
                .contains("<html lang=\"" + language.getLanguage() + "\">", "<h1 ")
                .doesNotContain("{", "<img", "<script", "url(", "@import");
        for (var value : template.needs()) {
            var shown = shown(value, template, language);
            assertThat(mail.subject() + mail.text()).as(value.key()).contains(shown);
            assertThat(mail.html()).as(value.key()).contains(MailRenderer.escape(shown));
        }
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void a_text_has_the_places_of_its_template_and_no_other(MailTemplate template, Locale language) {
        var texts = MailRenderer.texts(language);
        var places = MailRenderer.PLACE
                .matcher(texts.getString(template + ".subject") + texts.getString(template + ".text"))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(HashSet::new));
        places.removeAll(List.of("site", "at"));
        places.removeIf(place -> place.contains("-")); // the period of a rule

        assertThat(places)
                .containsExactlyInAnyOrderElementsOf(
                        template.needs().stream().map(MailValue::key).toList());
    }

    @Test
    void periods_are_those_of_the_rules() {
        var template = MailTemplate.EXPORT_READY;
        assertThat(renderer.render(template, Locale.ENGLISH, values(template), AT, SITE)
                        .text())
                .contains("for 48 hours");
        assertThat(renderer.render(template, Locale.GERMAN, values(template), AT, SITE)
                        .text())
                .contains("48 Stunden lang");
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void the_addresses_in_a_mail_are_on_our_site(MailTemplate template, Locale language) {
        var mail = renderer.render(template, language, values(template), AT, SITE);

        assertThat(addresses(mail.text() + mail.html())).isNotEmpty().allSatisfy(address -> assertThat(address)
                .startsWith(SITE));
    }

    @Test
    void every_choice_has_its_text_and_no_text_is_left_over() {
        var expected = new TreeSet<String>(Set.of("frame.language", "frame.removed", "frame.footer"));
        for (var template : MailTemplate.values()) {
            expected.addAll(List.of(template + ".subject", template + ".text"));
            if (MailRenderer.texts(Locale.ENGLISH)
                    .getString(template + ".text")
                    .matches("(?s).*\n\n\\{(link|site).*")) {
                expected.add(template + ".button");
            }
        }
        for (var value : MailValue.values()) {
            value.choices().forEach(choice -> expected.add(value.key() + "." + choice));
        }

        assertThat(MailRenderer.texts(Locale.ENGLISH).keySet())
                .isEqualTo(expected)
                .hasSizeGreaterThan(40);
        assertThat(MailRenderer.texts(Locale.GERMAN).keySet()).isEqualTo(expected);
        assertThat(expected)
                .allSatisfy(key -> assertThat(MailRenderer.texts(Locale.GERMAN).getString(key))
                        .isNotBlank());
    }

    @Test
    @Tag("ASVS-1.2.1")
    void a_name_is_text_in_html_and_never_markup() {
        var values = new HashMap<>(values(MailTemplate.VERIFY_EMAIL));
        values.put("name", "<img src=x onerror=alert(1)>\"' & {link} $1 \\1");
        var mail = renderer.render(MailTemplate.VERIFY_EMAIL, Locale.ENGLISH, values, AT, SITE);

        assertThat(mail.html())
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39; &amp; {link} $1 1")
                .doesNotContain("<img");
        assertThat(mail.text()).contains("Hello <img src=x onerror=alert(1)>\"' & {link} $1 1,");
    }

    @ParameterizedTest
    @CsvSource({
        "free.example/win, free. example win",
        "https://evil.example, https evil. example",
        "mail me@evil.example, mail me evil. example",
        "J.R. Müller, J.R. Müller",
        "Dr. Ada O'Neill-🎻, Dr. Ada O'Neill-🎻",
    })
    void a_name_that_would_become_a_link_does_not(String name, String shown) {
        var values = new HashMap<>(values(MailTemplate.VERIFY_EMAIL));
        values.put("name", name);

        assertThat(renderer.render(MailTemplate.VERIFY_EMAIL, Locale.ENGLISH, values, AT, SITE)
                        .text())
                .startsWith("Hello " + shown + ",");
    }

    @Test
    void another_language_is_answered_in_english() {
        var mail = renderer.render(
                MailTemplate.PASSWORD_RESET, Locale.FRENCH, values(MailTemplate.PASSWORD_RESET), AT, SITE);

        assertThat(mail.subject()).isEqualTo("Choose a new password");
    }

    @Test
    void what_was_removed_after_sending_is_said_to_be() {
        var mail = renderer.render(MailTemplate.PASSWORD_RESET, Locale.ENGLISH, Map.of(), AT, SITE);

        assertThat(mail.text()).contains("Hello [removed after sending],").doesNotContain("token");
    }

    private static List<String> addresses(String text) {
        return java.util.regex.Pattern.compile("https?://[^\\s<\"]+")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String shown(MailValue value, MailTemplate template, Locale language) {
        if (value == MailValue.DAY) {
            return language.equals(Locale.GERMAN) ? "31. Dezember 2026" : "December 31, 2026";
        }
        return value.choices().isEmpty() ? values(template).get(value.key()) : textOf(value, language);
    }

    private static String textOf(MailValue value, Locale language) {
        return MailRenderer.texts(language)
                .getString(value.key() + "." + value.choices().get(0));
    }

    private static Map<String, String> values(MailTemplate template) {
        return template.needs().stream().collect(Collectors.toMap(MailValue::key, value -> switch (value) {
            case NAME -> "Zoë <Ünal> 🎻";
            case LINK -> LINK;
            case DEVICE -> "Firefox on Linux";
            case REFERENCE -> "M-000123";
            case REASON -> "Insults in the name of the account";
            case CHANGE, ROLE, DOCUMENT, REQUEST, TROUBLE -> value.choices().get(0);
            case DAY -> "2026-12-31";
            case SUCCESSOR -> "Tune Inc";
            case DETAIL -> "outbox-30d";
        }));
    }
}
