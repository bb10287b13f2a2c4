package io.astrionix.musicmuse.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.ConsentText;
import io.astrionix.musicmuse.shared.SecretToken;
import io.astrionix.musicmuse.web.shared.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A proof of consent names a version of the text: other words need another version. */
@Tag("R63")
class ConsentTextTest {

    private static final List<String> CONSENTED_TO = List.of(
            "consent.text",
            "consent.kept.account",
            "consent.kept.practice",
            "consent.kept.security",
            "consent.withdraw",
            "consent.adult",
            "consent.ai");

    /** SHA-256 of the texts of each version; add a line with a new version, keep the old ones. */
    private static final Map<String, String> VERSIONS =
            Map.of("2026-11-22", "cfabc5f59b2cac40ee47574f8c7c901f4420a3063cf5bd329510293c3d1d9fe0");

    @Test
    void the_words_are_those_of_the_version() {
        var words = Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .flatMap(locale -> CONSENTED_TO.stream().map(key -> Messages.text(locale, key)))
                .collect(Collectors.joining("\n"));

        assertThat(VERSIONS).containsEntry(ConsentText.VERSION, SecretToken.hash(words));
    }
}
