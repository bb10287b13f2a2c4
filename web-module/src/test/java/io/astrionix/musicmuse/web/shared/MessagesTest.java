package io.astrionix.musicmuse.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern KEY_IN_PAGE = Pattern.compile("msg\\['([^']+)'\\]");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Messages.keys(Locale.GERMAN))
                .isEqualTo(Messages.keys(Locale.ENGLISH))
                .hasSizeGreaterThan(150);
    }

    @Test
    void no_key_stands_in_two_bundles() {
        assertThat(Messages.keys(Locale.ENGLISH)).doesNotHaveDuplicates();
    }

    @Test
    void every_text_that_a_page_names_is_there() throws IOException {
        var named = new TreeSet<String>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            pages.filter(page -> page.toString().endsWith(".xhtml"))
                    .forEach(page ->
                            KEY_IN_PAGE.matcher(read(page)).results().forEach(match -> named.add(match.group(1))));
        }

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(List.copyOf(named)).isSubsetOf(Messages.keys(Locale.ENGLISH));
    }

    @Test
    void places_in_a_text_are_filled() {
        assertThat(Messages.text(Locale.ENGLISH, "exercise.tempo.range", "30", "240"))
                .contains("30")
                .contains("240")
                .doesNotContain("{");
    }

    @Test
    void a_text_that_is_missing_shows_its_key() {
        assertThat(Messages.text(Locale.ENGLISH, "no.such.key")).isEqualTo("???no.such.key???");
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
