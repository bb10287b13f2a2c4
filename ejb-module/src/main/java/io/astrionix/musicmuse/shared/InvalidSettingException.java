package io.astrionix.musicmuse.shared;

/** A setting has a value that cannot be used; the message never holds the value, which may be a secret. */
public class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingException(Setting setting, String expected, Throwable cause) {
        this(setting, expected);
        initCause(cause);
    }

    InvalidSettingException(Setting setting, String expected) {
        super(setting.variable() + " cannot be used: it must be " + expected + ".");
    }

    /** @throws InvalidSettingException if it does not hold that the setting is what is expected */
    static void unless(boolean holds, Setting setting, String expected) {
        if (!holds) {
            throw new InvalidSettingException(setting, expected);
        }
    }
}
