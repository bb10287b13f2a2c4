package io.astrionix.musicmuse.notification.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final Map<String, String> VALUES =
            Map.of("name", "Zoë", "link", "https://music.example.org/verify.xhtml?token=x");

    @Test
    void a_mail_needs_exactly_the_values_of_its_template() {
        assertThat(mail("a@example.org", VALUES).values()).isEqualTo(VALUES);
        assertThatIllegalArgumentException().isThrownBy(() -> mail("a@example.org", Map.of("name", "Zoë")));
        assertThatIllegalArgumentException().isThrownBy(() -> mail("a@example.org", with("device", "Firefox")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: b@evil.example",
                "a\nb",
                "a\u0000b",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u000bb",
                "\ud800",
            })
    @Tag("ASVS-1.3.11")
    void nothing_in_a_mail_has_a_second_line(String hostile) {
        assertThat(OneLine.is(hostile)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> mail("a@example.org", with("name", hostile)));
        assertThatIllegalArgumentException().isThrownBy(() -> mail(hostile + "@example.org", VALUES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail(
                        hostile, MailTemplate.VERIFY_EMAIL, Optional.empty(), "a@example.org", Locale.ENGLISH, VALUES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.org",
                "a@",
                "a@b@example.org",
                "a@example.org, b@example.org",
                "a@example.org;b@example.org",
                "Ada <a@example.org>",
                "a b@example.org",
                "a\u00a0b@example.org",
                "(comment)a@example.org",
                "\"a\"@example.org",
            })
    @Tag("ASVS-1.3.11")
    void a_mail_goes_to_one_address(String to) {
        assertThatIllegalArgumentException().isThrownBy(() -> mail(to, VALUES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verify.xhtml", "javascript:alert(1)", "data:text/html,x", "https:///x", "not an address"})
    void a_link_is_an_absolute_web_address(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> mail("a@example.org", with("link", link)));
    }

    @Test
    void a_name_may_have_any_letters() {
        assertThat(mail("a@example.org", with("name", "Zoë 名前 🎻👩🏽‍🎤 o'Neill"))
                        .values())
                .containsEntry("name", "Zoë 名前 🎻👩🏽‍🎤 o'Neill");
    }

    private static Map<String, String> with(String key, String value) {
        var values = new HashMap<>(VALUES);
        values.put(key, value);
        return values;
    }

    private static Mail mail(String to, Map<String, String> values) {
        return new Mail("key", MailTemplate.VERIFY_EMAIL, Optional.empty(), to, Locale.ENGLISH, values);
    }
}
