package io.astrionix.musicmuse.security;

import static io.astrionix.musicmuse.security.Checkout.findings;
import static io.astrionix.musicmuse.security.Checkout.pages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How pages may be written, so that a value can be no script and nothing comes from elsewhere. */
class PageRulesTest {

    private static final int PAGES_AT_LEAST = 10;

    /** JSON by an encoder that leaves no character which could end the script element (RoomData, tested there). */
    private static final String UNESCAPED = "room.xhtml: escape=\"false\"";

    private static final String IN_ADDRESSES =
            "a4|countIn|document|exercise|from|id|instrument|key|metronome|next|octave|pace|strictness|tempo|to|token|version";

    /** The otpauth: text of an authenticator app, drawn as a picture; no browser ever asks for it. */
    private static final String QR_CODE = "OwnSecondFactor.java: ?secret=";

    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern PASSWORD_FIELD = Pattern.compile("<p:password\\b[^>]*>", Pattern.DOTALL);

    private static final Pattern OUTCOME = Pattern.compile("\\boutcome=\"([^\"#]+)\"");

    @BeforeAll
    static void all_pages_were_read() {
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(PAGES_AT_LEAST);
    }

    @Test
    @Tag("ASVS-1.2.1")
    void no_value_is_shown_unescaped() {
        assertThat(findings(pages(), "escape\\s*=\\s*[\"']\\s*false\\s*[\"']")).containsOnly(UNESCAPED);
        assertThat(findings(pages(), "escape\\s*=\\s*[\"']#\\{[^\"']*[\"']")).isEmpty();
    }

    @Test
    @Tag("ASVS-3.4.3")
    void no_script_and_no_style_is_written_into_a_page() {
        assertThat(findings(pages(), "\\son[a-z]+\\s*=\\s*[\"']")).isEmpty();
        assertThat(findings(pages(), "\\sstyle\\s*=\\s*[\"']")).isEmpty();
        assertThat(findings(pages(), "<style|<h:outputScript[^>/]*>[^<]|f:ajax|javascript:"))
                .isEmpty();
        for (var page : pages()) {
            var scripts = SCRIPT.matcher(Checkout.text(page)).results().toList();
            assertThat(scripts)
                    .as("scripts of %s", page.getFileName())
                    .allMatch(script -> script.group(1).contains("type=\"application/json\"")
                            || (script.group(1).contains("src=")
                                    && script.group(2).isBlank()));
        }
    }

    /** An address that begins with a value could be javascript: or another site. */
    @Test
    @Tag("ASVS-1.2.2")
    void no_address_begins_with_a_value() {
        assertThat(
                        findings(
                                pages(),
                                "\\b(href|src|action|formaction|data|poster|background)=\"#\\{(?!request\\.contextPath}/)[^\"]*\""))
                .allMatch(found -> found.matches(".*: action=\"#\\{\\w+[.(].*"));
    }

    @Test
    void every_link_leads_to_a_page() {
        var outcomes = pages().stream()
                .flatMap(page -> OUTCOME.matcher(Checkout.text(page)).results())
                .map(outcome -> outcome.group(1))
                .distinct()
                .toList();
        assertThat(outcomes).hasSizeGreaterThan(10).allSatisfy(outcome -> assertThat(pages())
                .anyMatch(page -> page.endsWith("webapp" + outcome + ".xhtml")));
    }

    @Test
    @Tag("ASVS-3.6.1")
    @Tag("ASVS-14.2.3")
    @Tag("R30")
    void nothing_comes_from_another_server() {
        assertThat(findings(pages(), "(src|href|action|url)\\s*=\\s*[\"']\\s*(https?:)?//[^\"']*"))
                .isEmpty();
        assertThat(findings(Checkout.stylesheets(), "url\\(\\s*[\"']?(https?:)?//[^)]*|@import[^;]*"))
                .isEmpty();
        assertThat(findings(Checkout.scripts(), "(https?:)?//(?!www\\.w3\\.org/)[a-z0-9-]+\\.[a-z][^'\"` ]*"))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-6.2.6")
    void passwords_are_typed_into_fields_that_hide_them() {
        assertThat(passwordFields()).isNotEmpty();
        assertThat(findings(
                        pages(), "<(p:inputText|h:inputText|p:inputTextarea)\\b[^>]*value=\"#\\{[^}]*password[^}]*}"))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-6.2.7")
    void password_managers_are_told_what_a_field_is_for() {
        assertThat(passwordFields())
                .isNotEmpty()
                .allMatch(field -> field.contains("autocomplete=\"current-password\"")
                        || field.contains("autocomplete=\"new-password\""));
        assertThat(findings(Checkout.scripts(), "['\"](paste|beforeinput)['\"]"))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-6.4.2")
    void nobody_is_asked_a_secret_question() {
        var questions =
                "(security|secret)[ _-]?question|password[ _-]?hint|mother'?s maiden|geheimfrage|sicherheitsfrage";
        assertThat(findings(pages(), questions)).isEmpty();
        assertThat(findings(Checkout.deliveredSources(), questions)).isEmpty();
        assertThat(findings(Checkout.bundles(), questions)).isEmpty();
    }

    /** The token is that of a mail's link: it works once and not for long. */
    @Test
    @Tag("ASVS-14.2.1")
    void an_address_says_what_is_looked_at_and_nothing_about_anybody() {
        assertThat(findings(pages(), "<f:viewParam\\b(?![^>]*name=\"(" + IN_ADDRESSES + ")\")[^>]*>"))
                .isEmpty();
        assertThat(findings(pages(), "<f:viewParam\\b")).hasSizeGreaterThan(15);
        assertThat(findings(pages(), "<(h:)?form\\b[^>]*\\bmethod=\"(?!post)[^>]*"))
                .isEmpty();
        assertThat(findings(Checkout.deliveredSources(), "[?&](password|code|email|name|secret|session|signIn)="))
                .containsOnly(QR_CODE);
    }

    private static List<String> passwordFields() {
        return pages().stream()
                .flatMap(page -> PASSWORD_FIELD.matcher(Checkout.text(page)).results())
                .map(field -> field.group())
                .toList();
    }
}
