package io.astrionix.musicmuse.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInBackingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/practice/choose.xhtml", "/practice/room.xhtml?exercise=tune-twinkle&tempo=80"})
    void a_path_on_this_site_may_follow_the_sign_in(String path) {
        assertThat(SignInBacking.isLocal(path)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: b=c",
                "/../secret",
                "practice/choose.xhtml"
            })
    @Tag("ASVS-3.7.2")
    void anything_else_may_not(String path) {
        assertThat(SignInBacking.isLocal(path)).isFalse();
    }
}
