package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Hmac;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** What stays of an account's id: a keyed hash. Whoever has the id and the key finds it again, nobody else (A5). */
@ApplicationScoped
public class ErasedIds {

    private Keys keys;

    public ErasedIds() {} // required by the proxy

    @Inject
    public ErasedIds(Keys keys) {
        this.keys = keys;
    }

    /** The key's id and 43 characters. */
    public String hash(AccountId account) {
        return hash(keys.currentId(KeyUse.AUDIT_CHAIN), account);
    }

    /** Whether the hash was made of this account, with whichever key. */
    public boolean matches(String hash, AccountId account) {
        return hash(hash.substring(0, hash.indexOf('.')), account).equals(hash);
    }

    /** What stands in the place of the account's id in rows that stay: the same in all of them. */
    public UUID pseudonym(AccountId account) {
        var bytes = ByteBuffer.wrap(mac(keys.currentId(KeyUse.AUDIT_CHAIN), "pseudonym\n" + account));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Of an erasure that no request has a name for. */
    public UUID next() {
        return UUID.randomUUID();
    }

    /** Of a line of the ledger. */
    String seal(String keyId, String line) {
        return encoded(mac(keyId, "ledger\n" + line));
    }

    String currentKey() {
        return keys.currentId(KeyUse.AUDIT_CHAIN);
    }

    private String hash(String keyId, AccountId account) {
        return keyId + "." + encoded(mac(keyId, "erased account\n" + account));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] mac(String keyId, String text) {
        return new Hmac(keys.key(KeyUse.AUDIT_CHAIN, keyId)).of(text);
    }
}
