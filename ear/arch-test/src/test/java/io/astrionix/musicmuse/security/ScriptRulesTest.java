package io.astrionix.musicmuse.security;

import static io.astrionix.musicmuse.security.Checkout.findings;
import static io.astrionix.musicmuse.security.Checkout.scripts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the browser's own code does not do. */
class ScriptRulesTest {

    private static final int SCRIPTS_AT_LEAST = 20;

    @BeforeAll
    static void all_scripts_were_read() {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(SCRIPTS_AT_LEAST);
    }

    @Test
    @Tag("ASVS-3.2.2")
    void text_is_put_into_pages_as_text() {
        assertThat(findings(
                        scripts(),
                        "\\.(innerHTML|outerHTML|srcdoc)\\b|insertAdjacentHTML|document\\.write|createContextualFragment"
                                + "|setHTMLUnsafe|['\"]text/html['\"]"))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-1.3.2")
    void no_text_becomes_code() {
        assertThat(findings(scripts(), "\\beval\\s*\\(|\\bnew Function\\b|set(Timeout|Interval)\\s*\\(\\s*['\"`]"))
                .isEmpty();
    }

    @Test
    @Tag("R11")
    @Tag("ASVS-14.3.3")
    void nothing_is_kept_in_the_browser() {
        assertThat(findings(
                        scripts(),
                        "localStorage|sessionStorage|indexedDB|document\\.cookie|cookieStore|\\bcaches\\b\\."))
                .isEmpty();
    }

    /** The name of the browser is read once, to know a microphone again by it ({@code device-key.js}). */
    @Test
    @Tag("R9")
    void no_device_is_recognised_by_its_peculiarities() {
        assertThat(findings(
                        scripts(),
                        "toDataURL|getImageData|WEBGL|hardwareConcurrency|deviceMemory|getBattery|navigator\\.plugins"
                                + "|navigator\\.fonts|queryLocalFonts|OfflineAudioContext|getHighEntropyValues"
                                + "|navigator\\.userAgent"))
                .isEqualTo(List.of("device-key.js: navigator.userAgent"));
    }
}
