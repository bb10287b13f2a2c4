package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.astrionix.musicmuse.accounts.boundary.WeakPasswordException;
import io.astrionix.musicmuse.accounts.boundary.WeakPasswordException.Why;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final List<String> ABOUT = List.of("Annelies Kowalczyk", "a.kowalczyk@school.example");

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tulip anvil quietly orbit",
                "zrvkqhtpwmxbnlg", // no capitals, digits or signs needed
                "Ein Wal kocht Grießbrei",
                "musicmuse bringt den Regen nach Lissabon",
                "Pfütze\tund Donner\tam Abend",
            })
    @Tag("ASVS-6.2.5")
    void a_long_password_of_any_kinds_of_characters_is_taken(String password) {
        assertThatCode(() -> policy.require(password, ABOUT, false)).doesNotThrowAnyException();
    }

    @Test
    @Tag("ASVS-6.2.1")
    void fifteen_characters_are_needed_and_eight_beside_a_second_factor() {
        assertThat(why("kvqzrwmxbnlgty", false)).contains(Why.TOO_SHORT);
        assertThat(why("kvqzrwmxbnlgtyh", false)).isEmpty();
        assertThat(why("kvqzrwm", true)).contains(Why.TOO_SHORT);
        assertThat(why("kvqzrwmx", true)).isEmpty();
    }

    @Test
    @Tag("ASVS-6.2.9")
    void characters_are_counted_not_bytes_and_128_are_taken() {
        var emoji = IntStream.range(0, 128)
                .collect(StringBuilder::new, (text, i) -> text.appendCodePoint(0x1F300 + i * 7), StringBuilder::append)
                .toString();
        assertThat(why(emoji, false)).isEmpty();
        assertThat(why(emoji + "a", false)).contains(Why.TOO_LONG);
        assertThat(why("\uD83C\uDFB5\uD83C\uDFB9\uD83C\uDFBB\uD83C\uDFBA\uD83C\uDFB7\uD83E\uDD41\uD83C\uDFB8", true))
                .contains(Why.TOO_SHORT);
    }

    @ParameterizedTest
    @CsvSource({
        "correct horse battery staple, COMMON",
        "CorrectHorseBatteryStaple1, COMMON",
        "my p4ssw0rd is p4ssw0rd, COMMON",
        "Alle meine Entchen!!, COMMON",
        "PasswordPassword, COMMON",
        "MusicMuse2026!!!!, ABOUT_YOU",
        "musicmusemusicmuse, ABOUT_YOU",
        "Kowalczyk.Annelies.1987, ABOUT_YOU",
        "a.kowalczyk@school.example, ABOUT_YOU",
        "voss-voss-voss-voss, ABOUT_YOU",
        "aaaaaaaaaaaaaaaaaaaa, EASY_TO_GUESS",
        "abcabcabcabcabcabc, EASY_TO_GUESS",
        "monkeymonkeymonkey, EASY_TO_GUESS",
        "7654321076543210765, EASY_TO_GUESS",
    })
    @Tag("ASVS-6.1.2")
    @Tag("ASVS-6.2.11")
    @Tag("ASVS-6.2.12")
    @Tag("ASVS-2.2.3")
    void what_is_tried_first_is_refused_with_the_reason(String password, Why why) {
        assertThat(why(password, false)).contains(why);
    }

    @Test
    @Tag("ASVS-6.2.4")
    void of_the_3000_most_common_passwords_none_that_is_long_enough_is_taken() throws IOException {
        int longEnough = 0;
        for (var password : mostCommon(3_000)) {
            if (password.length() >= PasswordPolicy.LEAST_WITH_SECOND_FACTOR) {
                longEnough++;
                assertThat(why(password, true)).as(password).isPresent();
            }
        }
        assertThat(longEnough).isGreaterThan(300);
    }

    @Test
    void the_refusal_names_the_length_that_is_needed() {
        assertThatThrownBy(() -> policy.require("short", ABOUT, false))
                .isInstanceOfSatisfying(WeakPasswordException.class, refused -> {
                    assertThat(refused.key()).isEqualTo("password.TOO_SHORT");
                    assertThat(refused.arguments()).containsExactly("15");
                });
    }

    private Optional<Why> why(String password, boolean secondFactor) {
        try {
            policy.require(password, ABOUT, secondFactor);
            return Optional.empty();
        } catch (WeakPasswordException refused) {
            return Optional.of(refused.why());
        }
    }

    private static List<String> mostCommon(int count) throws IOException {
        var file = Zxcvbn.class.getResourceAsStream("/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().limit(count).toList();
        }
    }
}
