package io.astrionix.musicmuse.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of cookies, beside what sets them. */
@Tag("R11")
@Tag("R74")
class KnownCookieTest {

    @Test
    void the_session_cookie_of_web_xml_is_the_one_of_the_list() throws Exception {
        var webXml = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        var name = Pattern.compile("<cookie-config>.*?<name>([^<]+)</name>", Pattern.DOTALL)
                .matcher(webXml)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(name).isEqualTo(List.of(KnownCookie.SESSION.cookie()));
        assertThat(webXml.replaceAll("\\s", "")).doesNotContain("<max-age>");
    }

    /** Another class that makes cookies, or writes them as a header, would get round the list. */
    @Test
    void cookies_are_made_in_one_class_and_let_out_by_one() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var makers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).matches("(?s).*(new Cookie\\(|Set-Cookie|addResponseCookie).*"))
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(makers).containsExactlyInAnyOrder("DeviceCookie.java", "GuardFilter.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
