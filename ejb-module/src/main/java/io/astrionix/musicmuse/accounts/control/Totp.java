package io.astrionix.musicmuse.accounts.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of authenticator apps: RFC 6238 with what every app does, HMAC-SHA-1, six digits, a new code every 30 seconds
 * (a step). A code of the step before or after is right too: clocks differ.
 */
final class Totp {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    /** How many steps a clock may be off. */
    private static final int TOLERANCE = 1;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }

    static String code(byte[] seed, long step) {
        return String.format("%0" + DIGITS + "d", number(seed, step) % MODULUS);
    }

    /**
     * The step whose code this is.
     *
     * @param lastStep the newest step whose code was used already: it and all before it are not looked at
     * @return empty if the code is wrong, or used, or of another time
     */
    static OptionalLong stepOf(String code, byte[] seed, Instant now, long lastStep) {
        var given = code.getBytes(StandardCharsets.UTF_8);
        long current = stepAt(now);
        return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
                .filter(step -> step > lastStep)
                .filter(step -> MessageDigest.isEqual(given, code(seed, step).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    /** RFC 4226, 5.3: the dynamically truncated HMAC, 31 bits. */
    static int number(byte[] seed, long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed, ALGORITHM));
            var hmac = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            return ByteBuffer.wrap(hmac).getInt(hmac[hmac.length - 1] & 0xf) & 0x7fff_ffff;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
