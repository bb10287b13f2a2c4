package io.astrionix.musicmuse.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void without_any_setting_the_defaults_hold() {
        var settings = settings(Map.of());

        assertThat(settings.count(Setting.SOCKETS_PER_ACCOUNT)).isEqualTo(3);
        assertThat(settings.duration(Setting.SOCKET_IDLE)).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.text(Setting.SITE_ORIGIN)).isEmpty();
        assertThat(settings.text(Setting.DEMO_PASSWORD)).isEmpty();
    }

    @Test
    void a_set_value_is_read_with_space_around_it_taken_off() {
        var settings = settings(Map.of("musicmuse.practice.take-grace", " PT2M "));

        assertThat(settings.duration(Setting.TAKE_GRACE)).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({
        "musicmuse.practice.sockets-per-account, many, MUSICMUSE_PRACTICE_SOCKETS_PER_ACCOUNT",
        "musicmuse.practice.sockets-per-account, 0, MUSICMUSE_PRACTICE_SOCKETS_PER_ACCOUNT",
        "musicmuse.practice.socket-idle, 15 seconds, MUSICMUSE_PRACTICE_SOCKET_IDLE",
        "musicmuse.practice.socket-idle, PT0S, MUSICMUSE_PRACTICE_SOCKET_IDLE",
        "musicmuse.practice.take-limit, PT-1S, MUSICMUSE_PRACTICE_TAKE_LIMIT",
        "musicmuse.practice.take-grace, P400D, MUSICMUSE_PRACTICE_TAKE_GRACE",
        "musicmuse.practice.take-limit, PT12H, MUSICMUSE_PRACTICE_TAKE_LIMIT",
        "musicmuse.limits.sign-in, 60, MUSICMUSE_LIMITS_SIGN_IN",
        "musicmuse.limits.sign-in, 0/PT1M, MUSICMUSE_LIMITS_SIGN_IN",
        "musicmuse.limits.sign-in, 60/minute, MUSICMUSE_LIMITS_SIGN_IN",
        "musicmuse.site-origin, music.example.org, MUSICMUSE_SITE_ORIGIN",
        "musicmuse.site-origin, https://music.example.org/app, MUSICMUSE_SITE_ORIGIN",
        "musicmuse.site-origin, ftp://music.example.org, MUSICMUSE_SITE_ORIGIN",
    })
    void a_wrong_value_names_the_variable_and_what_would_be_right_but_not_the_value(
            String key, String value, String variable) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + " cannot be used: it must be ")
                .hasMessageNotContaining("'" + value + "'")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_rate_is_a_number_in_a_period() {
        var rate = settings(Map.of("musicmuse.limits.sign-in", "4/PT1M")).rate(Setting.LIMIT_SIGN_IN);

        assertThat(rate).isEqualTo(new Rate(4, Duration.ofMinutes(1)));
        assertThat(rate.interval()).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Music.Example.org:443, https://music.example.org",
        "http://localhost:80, http://localhost",
        "http://localhost:8080, http://localhost:8080",
    })
    void an_origin_is_kept_as_browsers_write_it(String configured, String origin) {
        var settings =
                settings(Map.of("musicmuse.site-origin", configured, "musicmuse.trusted-proxies", proxyFor(origin)));

        assertThat(settings.text(Setting.SITE_ORIGIN)).contains(origin);
    }

    private static String proxyFor(String origin) {
        return origin.startsWith("https:") ? "192.0.2.10" : "";
    }

    /** Each way to reach a site with TLS works as it is; then one part of it is changed. */
    @ParameterizedTest
    @CsvSource({
        "true, /tls.p12, '', https://music.example.org, tls, false, MUSICMUSE_TLS",
        "true, /tls.p12, '', https://music.example.org, tls-keystore, '', MUSICMUSE_TLS_KEYSTORE",
        "true, /tls.p12, '', https://music.example.org, site-origin, '', MUSICMUSE_SITE_ORIGIN",
        "true, /tls.p12, '', https://music.example.org, site-origin, http://localhost, MUSICMUSE_SITE_ORIGIN",
        "false, '', 192.0.2.10, https://music.example.org, trusted-proxies, '', MUSICMUSE_TLS",
        "false, '', 192.0.2.10, https://music.example.org, trusted-proxies, proxy.example.org, MUSICMUSE_TRUSTED_PROXIES",
        "false, '', 192.0.2.10, https://music.example.org, site-origin, '', MUSICMUSE_SITE_ORIGIN",
        "false, '', '192.0.2.10, 2001:db8::10', https://music.example.org, tls-keystore, /tls.p12, MUSICMUSE_TLS_KEYSTORE",
        "false, '', '', http://localhost:8080, tls-keystore, /tls.p12, MUSICMUSE_TLS_KEYSTORE",
    })
    void half_of_tls_is_refused_in_one_line(
            String tls, String keystore, String proxies, String origin, String key, String value, String variable) {
        var values = new HashMap<>(Map.of(
                "musicmuse.tls", tls,
                "musicmuse.tls-keystore", keystore,
                "musicmuse.trusted-proxies", proxies,
                "musicmuse.site-origin", origin));
        assertThat(settings(values).text(Setting.SITE_ORIGIN)).contains(origin);

        values.put("musicmuse." + key, value);
        assertThatThrownBy(() -> settings(values))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + " cannot be used: it must be ")
                .message()
                .doesNotContain("\n");
    }

    /** Of a mail server that is set as a whole, each line takes away, changes or adds one part. */
    @ParameterizedTest
    @CsvSource({
        "musicmuse.smtp.host, '', MUSICMUSE_SMTP_USER",
        "musicmuse.smtp.from, '', MUSICMUSE_SMTP_FROM",
        "musicmuse.smtp.from, nobody, MUSICMUSE_SMTP_FROM",
        "musicmuse.smtp.from, 'Music <a@example.org>', MUSICMUSE_SMTP_FROM",
        "musicmuse.smtp.user, '', MUSICMUSE_SMTP_PASSWORD",
        "musicmuse.smtp.password, '', MUSICMUSE_SMTP_PASSWORD",
        "musicmuse.site-origin, '', MUSICMUSE_SITE_ORIGIN",
        "musicmuse.smtp.tls, none, MUSICMUSE_SMTP_TLS",
        "musicmuse.smtp.tls, ssl3, MUSICMUSE_SMTP_TLS",
        "musicmuse.smtp.port, 65536, MUSICMUSE_SMTP_PORT",
        "musicmuse.smtp.timeout, PT2M, MUSICMUSE_SMTP_TIMEOUT",
    })
    void a_half_set_mail_server_is_refused_in_one_line(String key, String value, String variable) {
        var values = new HashMap<>(Map.of(
                "musicmuse.site-origin", "https://music.example.org",
                "musicmuse.trusted-proxies", "192.0.2.10",
                "musicmuse.smtp.host", "mail.example.org",
                "musicmuse.smtp.user", "music",
                "musicmuse.smtp.password", "secret",
                "musicmuse.smtp.from", "music@example.org"));
        assertThat(settings(values).text(Setting.SMTP_HOST)).contains("mail.example.org");

        values.put(key, value);
        assertThatThrownBy(() -> settings(values))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + " cannot be used: it must be ")
                .message()
                .doesNotContain("\n", "secret");
    }

    @Test
    void a_mail_server_on_this_machine_needs_no_tls() {
        var settings = settings(Map.of(
                "musicmuse.site-origin", "https://music.example.org",
                "musicmuse.trusted-proxies", "192.0.2.10",
                "musicmuse.smtp.host", "127.0.0.1",
                "musicmuse.smtp.tls", "none",
                "musicmuse.smtp.from", "music@example.org"));

        assertThat(settings.text(Setting.SMTP_TLS)).contains("none");
    }

    @Test
    void the_table_in_the_documentation_lists_exactly_these_settings() throws IOException {
        var page = Files.readString(Path.of("../docs/settings.md"));
        var expected = Arrays.stream(Setting.values())
                .map(setting -> "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                setting.variable(),
                                setting.type().expected(),
                                setting.defaultValue().isEmpty() ? "empty" : "`" + setting.defaultValue() + "`",
                                setting.unit().isEmpty() ? "-" : setting.unit(),
                                setting.meaning()))
                .collect(Collectors.joining("\n"));

        assertThat(page).contains(expected);
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(key -> Optional.ofNullable(values.get(key)));
    }
}
