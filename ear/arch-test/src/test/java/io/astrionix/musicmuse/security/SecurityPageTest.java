package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.entity.SignInLane;
import io.astrionix.musicmuse.shared.Setting;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/security.md says what the code does. */
class SecurityPageTest {

    private static final Pattern SETTING =
            Pattern.compile("^\\| `(MUSICMUSE_\\w+)` \\| `([^`]*)` \\|", Pattern.MULTILINE);
    private static final Pattern WORDS = Pattern.compile("SITE = List\\.of\\(([^)]*)\\)");

    private final String page = Checkout.text(Checkout.file("docs/security.md"));

    @Test
    @Tag("ASVS-7.1.1")
    @Tag("ASVS-7.1.2")
    void limits_of_sign_ins_are_those_of_the_settings() {
        var rows = SETTING.matcher(page).results().toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(5);
        for (var row : rows) {
            assertThat(Arrays.stream(Setting.values()).filter(s -> s.variable().equals(row.group(1))))
                    .as(row.group(1))
                    .hasSize(1)
                    .allMatch(setting -> setting.defaultValue().equals(row.group(2)));
        }
        assertThat(page).contains("any number of devices at once");
    }

    @Test
    @Tag("ASVS-6.1.1")
    void the_defence_against_guessing_is_the_one_of_the_code() {
        assertThat(source("SignInLane.java"))
                .contains("WINDOW = Duration.ofMinutes(15)", "Stream.of(1, 2, 4, 8, 15).map(Duration::ofMinutes)");
        assertThat(page)
                .contains("in one lane within 15 minutes | " + SignInLane.FAILURES_IN_WINDOW + " |")
                .contains("shut for 1, 2, 4, 8 and then 15 minutes")
                .contains("without a right one between | " + SignInLane.CONSECUTIVE_MOST + " |");
        assertThat(source("SecondFactorTryLimit.java")).contains("TRIES = 5", "PERIOD = Duration.ofMinutes(15)");
        assertThat(page).contains("wrong codes of an account within 15 minutes | 5 |");
        assertThat(page).contains("MUSICMUSE_SIGN_IN_NETWORK_FAILURES", "MUSICMUSE_SIGN_IN_NETWORK_ACCOUNTS");
    }

    @Test
    @Tag("ASVS-6.1.2")
    void words_that_are_refused_are_those_of_the_policy() {
        var policy = source("PasswordPolicy.java");
        var words = WORDS.matcher(policy).results().findFirst().orElseThrow().group(1);
        for (var word : words.split(",\\s*")) {
            assertThat(page).contains(word.replace('"', '`'));
        }
    }

    @Test
    @Tag("ASVS-15.1.3")
    void costly_work_is_limited_as_it_is_written() {
        assertThat(source("HashSlots.java"))
                .contains("PATIENCE = Duration.ofSeconds(5)", "WAITING_PER_SLOT = 8", "new Semaphore(slots - 1, true)");
        assertThat(page).contains("one place kept for known devices, 8 wait for each place and at most 5 s");
    }

    @Test
    @Tag("ASVS-16.1.1")
    void every_log_says_what_where_how_long_and_for_whom() {
        for (var log : new String[] {"audit log", "server log", "database log"}) {
            assertThat(page.lines().filter(line -> line.startsWith("| " + log + " |")))
                    .hasSize(1)
                    .allMatch(line -> Arrays.stream(line.split("\\|")).skip(1).noneMatch(String::isBlank)
                            && line.split("\\|").length == 6);
        }
        assertThat(Checkout.findings(Checkout.deliveredSources(), "new (FileHandler|SocketHandler|StreamHandler)\\("))
                .isEmpty();
    }

    private static String source(String name) {
        return Checkout.text(Checkout.deliveredSources().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow());
    }
}
