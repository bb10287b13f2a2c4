package io.astrionix.musicmuse.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteOriginTest {

    @ParameterizedTest
    @CsvSource({
        "http, localhost:8080, http://localhost:8080",
        "https, Music.Example.org, https://music.example.org",
        "https, music.example.org:443, https://music.example.org",
        "http, music.example.org:80, http://music.example.org",
        "http, music.example.org:443, http://music.example.org:443",
        "http, [::1]:8080, http://[::1]:8080",
    })
    void without_a_configured_origin_the_host_of_the_request_counts(String scheme, String host, String origin) {
        assertThat(siteOrigin("").of(scheme, host)).contains(origin);
    }

    @Test
    void a_configured_origin_counts_whatever_the_host() {
        assertThat(siteOrigin("https://music.example.org").of("http", "10.0.0.7:8080"))
                .contains("https://music.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "evil;script-src *", "host\r\nX: y", "user@host", "host:port", "host:123456"})
    void a_host_that_is_none_gives_no_origin(String host) {
        assertThat(siteOrigin("").of("http", host)).isEmpty();
        assertThat(siteOrigin("").of("http", null)).isEmpty();
    }

    private static SiteOrigin siteOrigin(String configured) {
        var values = Map.of(
                Setting.SITE_ORIGIN.key(),
                configured,
                Setting.TRUSTED_PROXIES.key(),
                configured.startsWith("https:") ? "192.0.2.10" : "");
        return new SiteOrigin(new Settings(key -> Optional.ofNullable(values.get(key))));
    }
}
