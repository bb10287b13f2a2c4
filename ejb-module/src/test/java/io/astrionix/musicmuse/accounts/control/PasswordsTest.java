package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_its_hash_and_no_other() {
        var hash = passwords.hash("Für Elise 1810");

        assertThat(hash).startsWith("$2a$12$");
        assertThat(passwords.matches("Für Elise 1810", hash)).isTrue();
        assertThat(passwords.matches("Für Elise 1811", hash)).isFalse();
    }

    @Test
    void passwords_that_differ_only_after_72_bytes_are_told_apart() {
        var same = "x".repeat(72);
        var hash = passwords.hash(same + "a");

        assertThat(passwords.matches(same + "a", hash)).isTrue();
        assertThat(passwords.matches(same + "b", hash)).isFalse();
    }
}
