package io.astrionix.musicmuse.audit.control.chain;

import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the chain holds of a personal value: HMAC-SHA-256(salt, value), where the salt is random and stored beside the
 * value. Proves the value as long as it is there; once value and salt are deleted it tells nothing.
 */
public final class Commitment {

    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Commitment() {}

    public static byte[] newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** 64 hex digits. */
    public static String of(byte[] salt, String value) {
        return new Canonical("value/1").text(value).hmac(salt);
    }

    /** As an entry holds them: {@code name:hex}, in the order of the names, with a space between. Names have neither. */
    public static String join(Map<String, String> commitments) {
        var text = new StringBuilder();
        new TreeMap<>(commitments).forEach((name, hex) -> {
            if (name.indexOf(' ') >= 0 || name.indexOf(':') >= 0) {
                throw new IllegalArgumentException("not a name of a personal value: " + name);
            }
            text.append(text.isEmpty() ? "" : " ").append(name).append(':').append(hex);
        });
        return text.toString();
    }

    /** The other way; what is not in that form is no commitment. */
    public static Map<String, String> split(String joined) {
        var commitments = new TreeMap<String, String>();
        for (var part : joined.split(" ")) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                commitments.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return commitments;
    }
}
