package io.astrionix.musicmuse.system.legal;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The legal pages as strangers and signed-in people see them, and how a text is published. */
@SystemTest
class LegalPagesST {

    private final LocalDate soon = today().plusDays(40);

    private final RunningMusicMuse musicMuse;
    private final Visitor stranger;

    LegalPagesST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.stranger = Visitor.stranger(musicMuse);
    }

    @AfterEach
    void forget() throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("update musicmuse.legal_version set published_at = null, effective_on = null,"
                    + " material = false, told_at = null");
            statement.execute("delete from musicmuse.legal_receipt");
            statement.execute("delete from musicmuse.outbox_mail where mail_key like 'policy-%'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @Tag("R65")
    @Tag("R76")
    @Tag("R80")
    @Tag("R81")
    void strangers_read_all_of_them_in_their_language_with_operator_country_and_rights(String language) {
        boolean english = language.equals("en");
        var privacy = stranger.getIn(language, "legal/privacy.xhtml").body();
        assertThat(privacy)
                .contains(
                        "MusicMuse on this computer", "operator@demo.musicmuse.test", "United States", "contact.xhtml")
                .contains(english ? "We do not sell personal data" : "Wir verkaufen keine personenbezogenen Daten")
                .contains(english ? "right to complain" : "bei der Datenschutzbehörde")
                .contains(english ? "This is a draft" : "Das ist ein Entwurf")
                .doesNotContain("{{", "???");
        assertThat(stranger.getIn(language, "legal/terms.xhtml").body())
                .contains(english ? "Terms of use" : "Nutzungsbedingungen", "MusicMuse on this computer");
        assertThat(stranger.getIn(language, "index.xhtml").body())
                .as("links in the footer")
                .contains("/legal/privacy.xhtml", "/legal/cookies.xhtml", "/legal/terms.xhtml");
    }

    @Test
    @Tag("R74")
    void the_cookie_page_lists_every_cookie() {
        var page = stranger.get("legal/cookies.xhtml").body();
        assertThat(KnownCookie.names()).isNotEmpty().allSatisfy(name -> assertThat(page)
                .contains(name));
    }

    @Test
    @Tag("R1")
    @Tag("R78")
    @Tag("R79")
    void a_published_version_shows_its_dates_and_a_notice_until_it_is_put_away() throws Exception {
        var before = today();
        var trust = Visitor.signedIn(musicMuse, musicMuse.demo("TRUST"));
        assertThat(publish(trust, "")).contains("Please say from which day on");
        var done = publish(trust, soon.toString());
        assertThat(done).contains("Privacy policy 1 is published");

        var page = stranger.getIn("en", "legal/privacy.xhtml").body();
        assertThat(page)
                .doesNotContain("This is a draft")
                .contains("Last updated", "Effective", day(soon), "Version 1")
                .containsAnyOf(day(before), day(today()));

        assertThat(trust.get("admin/legal.xhtml").body()).contains("takes effect on");
        trust.submit("admin/legal.xhtml", "legalNotices", "legalNotices:each:0:dismiss", Map.of());
        assertThat(trust.get("admin/legal.xhtml").body()).doesNotContain("takes effect on");
    }

    private static String publish(Visitor trust, String effectiveOn) {
        return trust.submit(
                        "admin/legal.xhtml",
                        "legal",
                        "legal:drafts:0:publish",
                        Map.of("legal:effectiveOn", effectiveOn, "legal:material_input", "on"))
                .body();
    }

    /** As pages show it: in the server's time zone, which is this machine's. */
    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.ENGLISH)
                .format(day);
    }
}
