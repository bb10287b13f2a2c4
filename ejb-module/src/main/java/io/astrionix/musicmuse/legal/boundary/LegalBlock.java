package io.astrionix.musicmuse.legal.boundary;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a legal text that stands by itself; pages write it out and escape it.
 *
 * @param lines one for a heading or a paragraph, one for each point of a list, none for a table
 * @param cards of a table: one for each of its rows
 */
public record LegalBlock(Kind kind, List<List<LegalRun>> lines, List<LegalCard> cards) {

    /** What it is. */
    public enum Kind {
        HEADING,
        SUBHEADING,
        PARAGRAPH,
        LIST,
        TABLE
    }

    public List<LegalRun> first() {
        return lines.get(0);
    }

    /** As plain text, for comparing versions. */
    public Stream<String> plain() {
        return Stream.concat(
                lines.stream().map(line -> line.stream().map(LegalRun::text).collect(Collectors.joining())),
                cards.stream().map(LegalCard::plain));
    }
}
