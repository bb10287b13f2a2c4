package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.shared.Hmac;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;

/**
 * Signs evidence reports with Ed25519 (RFC 8032). The key pair follows from this installation's keys file, so that an old
 * file needs no new line; whoever has the public key, which each report names, can check a report without us.
 */
@ApplicationScoped
public class ReportSignature {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BITS = 255;

    private KeyPair pair;

    public ReportSignature() {} // required by the proxy

    @Inject
    public ReportSignature(Keys keys) {
        this.pair = pair(new Hmac(keys.current(KeyUse.AUDIT_CHAIN)).of("retention report signature"));
    }

    /** @return base64 */
    String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @param signature in base64 */
    boolean holds(String text, String signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(pair.getPublic());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException noSignatureAtAll) {
            return false;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @return the key as X.509 SubjectPublicKeyInfo in base64 */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** Java makes a public key only together with its private one, which is the random bytes that it asks for. */
    private static KeyPair pair(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(KEY_BITS, new Seed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
