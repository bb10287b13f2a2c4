package io.astrionix.musicmuse.accounts.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the patterns of the two constraints let through; that they are applied is tried in the server. */
class RegisterCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                "Jean-Luc O'Neill",
                "Łukasz Żółć",
                "山田 太郎",
                "नमस्ते",
                "علی‌رضا",
                "🎻 Mia",
                "A. B. (junior)"
            })
    void names_of_all_the_world_are_names(String name) {
        assertThat(matches(PersonName.class, name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "a\u0000b",
                "a\nb",
                "a\r\nBcc: x",
                "\uD83C",
                "<b>x</b>",
                "visit http://x.example",
                "x@example.org",
                "a\u202Eb",
                "a\u2028b",
                "a\\b"
            })
    @Tag("ASVS-2.2.1")
    void what_could_harm_a_mail_or_a_log_is_no_name(String name) {
        assertThat(matches(PersonName.class, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", " A.B+c@Example.ORG ", "x@a-b.example.co.uk", "o'neill@example.org"})
    void addresses(String email) {
        assertThat(matches(EmailAddress.class, email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@localhost",
                "a@@example.org",
                "a@example.org\u0000",
                "a@example.org\nBcc: b@example.org",
                "a b@example.org",
                "a@example.org,b@example.org",
                "<a@example.org>",
                "a@-example.org",
                "ä@example.org",
                "a@example.org\uD83C"
            })
    @Tag("ASVS-2.2.1")
    void no_addresses(String email) {
        assertThat(matches(EmailAddress.class, email)).isFalse();
    }

    private static boolean matches(Class<?> constraint, String text) {
        var regexp = constraint
                .getAnnotation(jakarta.validation.constraints.Pattern.class)
                .regexp();
        return Pattern.matches(regexp, text);
    }
}
