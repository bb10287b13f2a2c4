package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page tries what its policy forbids, and the browser's report gets past the guard into the log. */
@SystemTest
class CspReportST {

    private static final String SCRIPT = "const s = document.createElement('script');"
            + " s.textContent = 'document.title = \"ran\"'; document.head.append(s)";

    private final RunningMusicMuse musicMuse;

    CspReportST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void chromium() {
        Chromium.required();
    }

    @Test
    @Tag("ASVS-3.4.3")
    @Tag("ASVS-3.4.7")
    void a_script_without_the_nonce_does_not_run_and_is_reported() {
        var log = new ServerLogWatch(musicMuse);
        try (var chromium = Chromium.withoutMicrophone();
                var context = chromium.context(1280)) {
            var page = context.newPage();
            page.navigate(musicMuse.baseUri().resolve("signin.xhtml").toString());
            page.evaluate(SCRIPT);
            assertThat(page.title()).isNotEqualTo("ran");
            assertThat(log.linesWith("what the policy forbids: script-src"))
                    .anyMatch(line -> line.contains("signin.xhtml"));
        }
    }
}
