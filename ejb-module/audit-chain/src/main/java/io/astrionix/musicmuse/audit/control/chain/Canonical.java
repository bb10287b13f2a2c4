package io.astrionix.musicmuse.audit.control.chain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A list of values as bytes, such that no two different lists give the same bytes: each value is preceded by its kind and
 * its length. The first says what the list is, so that one kind of record cannot be passed off as another.
 */
final class Canonical {

    private static final String HMAC = "HmacSHA256";

    /** Finding an implementation takes longer than using it. */
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(() -> {
        try {
            return Mac.getInstance(HMAC);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    });

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    /** @param record what the list is, such as "entry/1" */
    Canonical(String record) {
        text(record);
    }

    /** @param value null is told apart from "" */
    Canonical text(String value) {
        return value == null ? field('0', new byte[0]) : field('t', value.getBytes(StandardCharsets.UTF_8));
    }

    Canonical number(long value) {
        return field('n', ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Canonical id(UUID value) {
        return field(
                'u',
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    /** To the microsecond, as the database keeps it. */
    Canonical time(Instant value) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    /** HMAC-SHA-256 in hex, 64 digits. */
    String hmac(SecretKey key) {
        try {
            var mac = MAC.get();
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes.toByteArray()));
        } catch (InvalidKeyException notOfHmac) {
            throw new IllegalArgumentException(notOfHmac);
        }
    }

    /** @param key at least one byte */
    String hmac(byte[] key) {
        return hmac(new SecretKeySpec(key, HMAC));
    }

    private Canonical field(char kind, byte[] value) {
        bytes.write(kind);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        bytes.writeBytes(value);
        return this;
    }
}
