package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the application must read again, with AES-256-GCM and a key that is not in the database. The key's id and
 * the account are authenticated too: a value put into another account's row does not open.
 */
@ApplicationScoped
public class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Keys keys;

    public Seal() {} // required by the proxy

    @Inject
    public Seal(Keys keys) {
        this.keys = keys;
    }

    /**
     * What is stored.
     *
     * @param keyId the key it was made with
     * @param text a random nonce and what AES-GCM made of the value, in Base64
     */
    public record Sealed(String keyId, String text) {}

    public Sealed seal(byte[] value, AccountId owner) {
        var keyId = keys.currentId(KeyUse.SEAL);
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, keyId, nonce, owner, value, 0);
        var bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
        return new Sealed(keyId, Base64.getEncoder().encodeToString(bytes));
    }

    /** @throws IllegalStateException if it is another account's, another key's, or was changed */
    public byte[] open(Sealed sealed, AccountId owner) {
        var bytes = Base64.getDecoder().decode(sealed.text());
        return run(Cipher.DECRYPT_MODE, sealed.keyId(), Arrays.copyOf(bytes, NONCE_BYTES), owner, bytes, NONCE_BYTES);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, AccountId owner, byte[] input, int offset) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, aes(keys.key(KeyUse.SEAL, keyId)), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((KeyUse.SEAL + "." + keyId + " " + owner).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("A sealed value of account " + owner + " does not open", changed);
        }
    }

    private static SecretKey aes(SecretKey key) {
        return new SecretKeySpec(key.getEncoded(), "AES");
    }
}
