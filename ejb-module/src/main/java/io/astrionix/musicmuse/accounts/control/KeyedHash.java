package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.shared.Hmac;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** HMAC-SHA-256 with the key of device cookies: signs those, and turns what is counted into what says nothing. */
@ApplicationScoped
public class KeyedHash {

    private Keys keys;

    public KeyedHash() {} // required by the proxy

    @Inject
    public KeyedHash(Keys keys) {
        this.keys = keys;
    }

    /** 43 characters that say nothing about the text without the key. A new key begins new counters. */
    public String of(String purpose, String text) {
        return hash(keys.currentId(KeyUse.DEVICE_COOKIE), purpose + "\n" + text);
    }

    /** The value of a device cookie: browser, key id and signature. */
    public String cookie(UUID browser) {
        var id = keys.currentId(KeyUse.DEVICE_COOKIE);
        return browser + "." + id + "." + hash(id, "cookie\n" + browser);
    }

    /** The browser of a cookie of ours; empty if the value is nothing we have signed. */
    public Optional<UUID> browserOf(String cookie) {
        var parts = cookie.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var browser = UUID.fromString(parts[0]);
            var right = hash(parts[1], "cookie\n" + browser);
            boolean signed = MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.US_ASCII), parts[2].getBytes(StandardCharsets.UTF_8));
            return signed ? Optional.of(browser) : Optional.empty();
        } catch (IllegalArgumentException noBrowserOrNoSuchKey) {
            return Optional.empty();
        }
    }

    private String hash(String keyId, String text) {
        var hmac = new Hmac(keys.key(KeyUse.DEVICE_COOKIE, keyId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.of(text));
    }
}
