package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;
import java.util.List;

/** A new password was refused; the message says why and what would be better (SP 800-63B-4, 3.1.1.2). */
public class WeakPasswordException extends BusinessException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Why {
        TOO_SHORT,
        TOO_LONG,
        /** It is in the list of passwords that everybody tries. */
        COMMON,
        /** It is made of the name of this site or of its owner. */
        ABOUT_YOU,
        /** Repetitions, rows of keys, words that are tried first. */
        EASY_TO_GUESS
    }

    private final Why why;

    /** @param limit the number of characters it is about, where it is about one */
    public WeakPasswordException(Why why, int limit) {
        super("password." + why, List.of(Integer.toString(limit)), "Password refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
