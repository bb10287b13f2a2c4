package io.astrionix.musicmuse.server;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator app shows (RFC 6238), for demo accounts and tests. Written apart from the application's own on
 * purpose: tests compare the two.
 */
public final class AuthenticatorCode {

    static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SEED_BYTES = 20;
    private static final long STEP_MILLIS = 30_000;

    private AuthenticatorCode() {}

    /**
     * @param seed 32 letters of Base32
     * @param steps 0: the code of now; 1: the one after it
     */
    public static String now(String seed, int steps) {
        return at(seed, Math.floorDiv(Clock.systemUTC().millis(), STEP_MILLIS) + steps);
    }

    static String at(String seed, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(seed), "HmacSHA1"));
            var hmac = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hmac).getInt(hmac[hmac.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(String seed) {
        var value = BigInteger.ZERO;
        for (int i = 0; i < seed.length(); i++) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(seed.charAt(i))));
        }
        var bytes = new byte[SEED_BYTES];
        for (int i = 0; i < SEED_BYTES; i++) {
            bytes[SEED_BYTES - 1 - i] = value.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }
}
