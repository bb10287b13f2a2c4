package io.astrionix.musicmuse.server;

/** MusicMuse could not be started. The message is one line that tells a person what to do. */
public class StartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailedException(String message) {
        super(message);
    }

    public StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
