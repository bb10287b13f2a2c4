package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pairs of security.md 2.2, and what is stored. */
@Tag("R67")
class PasswordsTest {

    @TempDir
    private Path folder;

    private Passwords passwords;

    @BeforeEach
    void with_one_pepper() {
        passwords = new Passwords(keys(), new HashSlots(2));
    }

    @Test
    @Tag("ASVS-11.4.2")
    void a_password_matches_its_hash_and_no_other() {
        var hash = passwords.hash("Für Elise 1810");

        assertThat(hash).startsWith("mm1-short$1$$2a$12$").doesNotContain("Elise");
        assertThat(passwords.isShort(hash)).isTrue();
        assertThat(passwords.matches("Für Elise 1810", hash)).isTrue();
        assertThat(passwords.matches("für Elise 1810", hash)).isFalse();
        assertThat(passwords.hash("Für Elise 1810")).isNotEqualTo(hash);
    }

    @Test
    @Tag("ASVS-6.2.8")
    void passwords_that_differ_only_after_72_bytes_are_told_apart() {
        var same = "x".repeat(72);
        assertApart(same + "a", same + "b");
        assertApart(same, same + "a");
    }

    @Test
    @Tag("ASVS-6.2.8")
    void an_emoji_across_byte_72_counts_whole() {
        var same = "x".repeat(71);
        assertApart(same + "\uD83C\uDFB5", same + "\uD83C\uDFB6");
        assertApart(same + "\uD83C\uDFB5", same);
    }

    @Test
    @Tag("ASVS-6.2.8")
    void what_follows_a_nul_counts() {
        assertApart("before\0after, and more", "before\0other, and more");
        assertApart("before\0after, and more", "before");
    }

    @Test
    void composed_and_decomposed_accents_are_the_same_password() {
        var hash = passwords.hash("caf\u00e9 am See um sieben");

        assertThat(passwords.matches("cafe\u0301 am See um sieben", hash)).isTrue();
        assertThat(passwords.matches("cafe am See um sieben", hash)).isFalse();
    }

    @Test
    @Tag("ASVS-6.2.9")
    void of_128_emoji_each_counts() {
        var note = "\uD83C\uDFB5";
        var all = note.repeat(128);
        assertThat(all.getBytes(StandardCharsets.UTF_8)).hasSize(512);
        assertApart(all, note.repeat(127));
        assertApart(all, note.repeat(127) + "\uD83C\uDFB6");
    }

    @ParameterizedTest
    @CsvSource({"72", "100"})
    void hashes_of_the_time_before_still_verify_and_are_old(int length) {
        var password = "p".repeat(length);
        var version = BCrypt.Version.VERSION_2A;
        var before = BCrypt.with(version, new SecureRandom(), LongPasswordStrategies.hashSha512(version))
                .hashToString(Passwords.COST, password.toCharArray());

        assertThat(passwords.matches(password, before)).isTrue();
        assertThat(passwords.matches(password + "q", before)).isFalse();
        assertThat(passwords.isOld(before)).isTrue();
        assertThat(passwords.isOld(passwords.hash(password))).isFalse();
    }

    @Test
    void a_new_pepper_makes_hashes_old_and_keeps_them_right() throws IOException {
        var hash = passwords.hash("a password of last year");
        Files.writeString(
                file(),
                "PASSWORD_PEPPER.2 = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                StandardOpenOption.APPEND);
        var rotated = new Passwords(keys(), new HashSlots(2));

        assertThat(rotated.matches("a password of last year", hash)).isTrue();
        assertThat(rotated.isOld(hash)).isTrue();
        assertThat(rotated.hash("a password of this year")).startsWith("mm1$2$").matches(now -> !rotated.isShort(now));
    }

    private void assertApart(String one, String other) {
        var hash = passwords.hash(one);
        assertThat(passwords.matches(one, hash)).isTrue();
        assertThat(passwords.matches(other, hash)).isFalse();
    }

    private Keys keys() {
        return new Keys(new Settings(
                key -> key.equals(Setting.KEYS_FILE.key()) ? Optional.of(file().toString()) : Optional.empty()));
    }

    private Path file() {
        return folder.resolve("keys").toAbsolutePath();
    }
}
