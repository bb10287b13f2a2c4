package io.astrionix.musicmuse.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ASVS-3.5.1")
class ForgeryCheckTest {

    private static final String OURS = "https://music.example.org";

    @ParameterizedTest
    @CsvSource({
        "https://music.example.org, same-origin, true",
        "https://music.example.org, '', true",
        "'', same-origin, true",
        "https://music.example.org, none, true",
        "'', none, false",
        "'', '', false",
        "null, '', false",
        "null, same-origin, false",
        "https://evil.example, '', false",
        "https://evil.example, same-origin, false",
        "https://music.example.org, cross-site, false",
        "https://music.example.org, same-site, false",
        "https://music.example.org, nonsense, false",
        "https://music.example.org|https://evil.example, same-origin, false",
        "https://music.example.org, same-origin|cross-site, false",
    })
    void only_a_page_of_ours_may_change_something(String origin, String site, boolean own) {
        var origins = values(origin);
        boolean ours = origins.equals(List.of(OURS));

        assertThat(ForgeryCheck.isOwnPost(ours, origins, values(site))).isEqualTo(own);
    }

    private static List<String> values(String headers) {
        return headers.isEmpty() ? List.of() : Arrays.asList(headers.split("\\|"));
    }
}
