package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The texts of the legal documents: Markdown files of the application, in a folder for each document and version. The file
 * versions.txt lists the folders. A version that is published is never edited: another text is another version.
 */
@ApplicationScoped
public class LegalTexts {

    private static final String FOLDER = "/io/astrionix/musicmuse/legal/";

    private final List<LegalText> texts = read("versions.txt")
            .lines()
            .filter(line -> !line.isBlank())
            .map(LegalTexts::text)
            .toList();

    /**
     * A version's text.
     *
     * @param english Markdown
     * @param german Markdown
     */
    public record LegalText(LegalDocument document, int number, String english, String german) {

        public String in(Locale language) {
            return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
        }

        /** Of the text in all languages. */
        public String sha256() {
            return SecretToken.hash(english + "\n" + german);
        }
    }

    /** In the order of the list: of each document the oldest first. */
    public List<LegalText> all() {
        return texts;
    }

    public Optional<LegalText> find(LegalDocument document, int number) {
        return texts.stream()
                .filter(text -> text.document() == document && text.number() == number)
                .findFirst();
    }

    /** @param line such as "privacy 1" */
    private static LegalText text(String line) {
        var parts = line.strip().split(" ");
        var folder = parts[0] + "/" + parts[1] + "/";
        return new LegalText(
                LegalDocument.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(parts[1]),
                read(folder + "en.md"),
                read(folder + "de.md"));
    }

    private static String read(String file) {
        try (var in = Objects.requireNonNull(LegalTexts.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
