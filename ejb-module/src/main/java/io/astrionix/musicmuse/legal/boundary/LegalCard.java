package io.astrionix.musicmuse.legal.boundary;

import java.util.List;
import java.util.stream.Collectors;

/** A row of a table in a legal text: what it is about, and what is said of it. */
public record LegalCard(String title, List<Fact> facts) {

    /** One thing that is said. */
    public record Fact(String label, String value) {}

    String plain() {
        return title + ": "
                + facts.stream().map(fact -> fact.label() + ": " + fact.value()).collect(Collectors.joining("; "));
    }
}
