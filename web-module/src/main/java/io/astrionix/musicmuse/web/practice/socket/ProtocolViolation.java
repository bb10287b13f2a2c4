package io.astrionix.musicmuse.web.practice.socket;

/** The page sent something that the protocol does not allow; the socket is closed with {@link #close()}. */
final class ProtocolViolation extends Exception {

    private static final long serialVersionUID = 1L;

    private final PracticeClose close;
    private final String key;

    ProtocolViolation(PracticeClose close) {
        this(close, close.key());
    }

    /** @param key message key that says more than the code's own */
    ProtocolViolation(PracticeClose close, String key) {
        super(close + " " + key);
        this.close = close;
        this.key = key;
    }

    PracticeClose close() {
        return close;
    }

    String key() {
        return key;
    }
}
