package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.SettingType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the one file that is delivered, and what is not. */
class ArchiveRulesTest {

    private static final String WEB_XML = "web-module.war!/WEB-INF/web.xml";

    /** A private key, or a bcrypt hash as it would stand for a built-in password. */
    private static final Pattern SECRET =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----|\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private static Map<String, byte[]> entries;

    @BeforeAll
    static void read_the_ear() {
        entries = Archive.entries();
        assertThat(entries).hasSizeGreaterThan(200).containsKey(WEB_XML);
    }

    @Test
    @Tag("ASVS-13.4.1")
    void only_files_that_the_server_needs_are_delivered() {
        assertThat(pathsBut(
                        ".*\\.(class|xhtml|css|js|svg|png|woff2|xml|properties|txt|csv|json|yml|sql|html|jar|war|bin|MF)"
                                + "|.*/WEB-INF/undertow-handlers\\.conf"
                                + "|.*/legal/[a-z]+/\\d+/(de|en)\\.md"
                                + "|.*/licenses/.*|.*META-INF/(services/.*|LICENSE|NOTICE)"))
                .isEmpty();
        assertThat(paths(".*/\\.[^/]+|.*\\.(map|java|orig|bak)|.*(Test|IT|ST)\\.class"))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-13.3.1")
    void no_key_and_no_password_is_delivered() {
        assertThat(paths("(?i).*\\.(pem|key|keys|p12|pfx|jks|keystore|der|crt)"))
                .isEmpty();
        assertThat(entries.entrySet().stream()
                        .filter(entry -> entry.getKey().contains("!/"))
                        .filter(entry -> SECRET.matcher(text(entry.getValue())).find())
                        .map(Map.Entry::getKey)
                        .toList())
                .isEmpty();
    }

    @Test
    @Tag("ASVS-13.2.3")
    @Tag("ASVS-13.3.1")
    void no_secret_has_a_default() {
        var secrets = Arrays.stream(Setting.values())
                .filter(setting -> setting.name().matches(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL).*"))
                .filter(setting -> setting.type() == SettingType.TEXT)
                .toList();
        assertThat(secrets).isNotEmpty().allMatch(setting -> setting.defaultValue()
                .isEmpty());
    }

    @Test
    @Tag("ASVS-13.4.2")
    void no_debug_mode_is_on() {
        assertThat(webXml()).containsPattern("PROJECT_STAGE</param-name>\\s*<param-value>Production<");
        assertThat(webXml()).doesNotContain("Development", "FACELETS_DEVELOPMENT", "debug");
        assertThat(text(entries.get("ejb-module.jar!/META-INF/persistence.xml")))
                .contains("\"eclipselink.logging.level\" value=\"WARNING\"");
    }

    @Test
    @Tag("ASVS-16.2.5")
    void values_of_queries_are_not_logged() {
        assertThat(text(entries.get("ejb-module.jar!/META-INF/persistence.xml")))
                .doesNotContain("logging.parameters\" value=\"true", "\"FINE", "\"ALL\"");
    }

    @Test
    @Tag("ASVS-1.5.2")
    void the_state_of_pages_stays_on_the_server() {
        assertThat(webXml()).doesNotContainPattern("STATE_SAVING_METHOD</param-name>\\s*<param-value>\\s*(?i)client");
    }

    @Test
    @Tag("ASVS-14.2.1")
    void session_ids_are_never_in_addresses() {
        assertThat(webXml()).containsPattern("<tracking-mode>COOKIE</tracking-mode>");
        assertThat(webXml()).doesNotContain("<tracking-mode>URL");
    }

    private static List<String> paths(String regex) {
        return entries.keySet().stream().filter(path -> path.matches(regex)).toList();
    }

    private static List<String> pathsBut(String regex) {
        return entries.keySet().stream().filter(path -> !path.matches(regex)).toList();
    }

    private static String webXml() {
        return text(entries.get(WEB_XML));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
