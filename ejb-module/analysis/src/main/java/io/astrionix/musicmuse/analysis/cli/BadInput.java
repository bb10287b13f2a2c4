package io.astrionix.musicmuse.analysis.cli;

/** What was given cannot be worked with. The message is one line for the person at the terminal: what, and what to do. */
final class BadInput extends Exception {

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}
