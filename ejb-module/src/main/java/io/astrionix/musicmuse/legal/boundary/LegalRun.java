package io.astrionix.musicmuse.legal.boundary;

/**
 * A piece of text within a line.
 *
 * @param link a page of this site without its context path, such as {@code legal/cookies.xhtml}; empty where there is none
 */
public record LegalRun(String text, boolean strong, String link) {

    public boolean isLinked() {
        return !link.isEmpty();
    }
}
