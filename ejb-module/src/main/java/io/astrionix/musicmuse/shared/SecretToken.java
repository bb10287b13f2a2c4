package io.astrionix.musicmuse.shared;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that are shown once and kept only as a hash: links in mails, recovery, first start. 256 random bits. */
public final class SecretToken {

    private static final int BYTES = 32;

    private SecretToken() {}

    /** A new token, 43 characters that need no escaping in a link. */
    public static String next() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a token: SHA-256 in hex. Fast on purpose: 256 random bits need no slow hash. */
    public static String hash(String token) {
        return Sha256.hex(token);
    }
}
