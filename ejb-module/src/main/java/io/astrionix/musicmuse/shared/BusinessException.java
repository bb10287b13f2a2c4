package io.astrionix.musicmuse.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Root of all errors that a person can cause and mend. Rolls the transaction back and reaches the page unwrapped, which
 * shows the message of {@link #key()}.
 */
@ApplicationException(rollback = true)
public abstract class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> arguments;

    protected BusinessException(String key, String message) {
        this(key, List.of(), message);
    }

    protected BusinessException(String key, List<String> arguments, String message) {
        super(message);
        this.key = key;
        this.arguments = List.copyOf(arguments);
    }

    /** Key of the user's text in the message bundle. */
    public String key() {
        return key;
    }

    /** Values for the text's places {0}, {1}. */
    public List<String> arguments() {
        return arguments;
    }
}
