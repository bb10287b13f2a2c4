package io.astrionix.musicmuse.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteOriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080, true",
        "https://music.example.org, music.example.org, true",
        "https://evil.example, music.example.org, false",
        "http://localhost:8081, localhost:8080, false",
        "null, localhost:8080, false",
        "file://localhost:8080, localhost:8080, false",
        "https://music.example.org.evil.example, music.example.org, false",
        "'', '', false",
    })
    void without_a_configured_origin_the_host_of_the_request_counts(String origin, String host, boolean own) {
        assertThat(siteOrigin("").isOwn(origin, host)).isEqualTo(own);
    }

    @Test
    void a_configured_origin_counts_to_the_letter_whatever_the_host() {
        var configured = siteOrigin("https://music.example.org");

        assertThat(configured.isOwn("https://music.example.org", "10.0.0.7:8080"))
                .isTrue();
        assertThat(configured.isOwn("http://music.example.org", "music.example.org"))
                .isFalse();
        assertThat(configured.isOwn("http://10.0.0.7:8080", "10.0.0.7:8080")).isFalse();
    }

    @Test
    void a_request_without_an_origin_is_nobodys() {
        assertThat(siteOrigin("").isOwn(null, "localhost")).isFalse();
        assertThat(siteOrigin("").isOwn("http://localhost", null)).isFalse();
    }

    private static SiteOrigin siteOrigin(String configured) {
        return new SiteOrigin(
                new Settings(key -> "musicmuse.site-origin".equals(key) ? Optional.of(configured) : Optional.empty()));
    }
}
