package io.astrionix.musicmuse.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) with one key. For one thread. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    public Hmac(SecretKey key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @return 32 bytes */
    public byte[] of(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return 32 bytes for the text and, after it, the bytes */
    public byte[] of(String text, byte[] more) {
        mac.update(text.getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(more);
    }

    /** A key that is good for nothing but this purpose. */
    public SecretKey key(String purpose) {
        return new SecretKeySpec(of(purpose), ALGORITHM);
    }
}
