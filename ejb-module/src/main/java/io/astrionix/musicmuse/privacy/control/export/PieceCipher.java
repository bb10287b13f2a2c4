package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.shared.Hmac;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The pieces of one file in their order, one way. */
final class PieceCipher {

    static final int VERSION = 1;
    static final int SALT = 32;

    /** Of plain text, in bytes; encrypted it has {@value #TAG} more. */
    static final int PIECE = 64 * 1024;

    static final int TAG = 16;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;

    private final int mode;
    private final SecretKey key;
    private long number;

    private PieceCipher(int mode, SecretKey installation, UUID id, byte[] salt) {
        this.mode = mode;
        this.key = fileKey(installation, id, salt);
    }

    static PieceCipher encrypting(SecretKey installation, UUID id, byte[] salt) {
        return new PieceCipher(Cipher.ENCRYPT_MODE, installation, id, salt);
    }

    static PieceCipher decrypting(SecretKey installation, UUID id, byte[] salt) {
        return new PieceCipher(Cipher.DECRYPT_MODE, installation, id, salt);
    }

    /** @throws IOException if the piece is not the next one of this file, or not its last */
    byte[] next(byte[] piece, int length, boolean last) throws IOException {
        if (mode == Cipher.DECRYPT_MODE && length < TAG) {
            throw new EOFException("The file is cut off");
        }
        try {
            var cipher = Cipher.getInstance(CIPHER);
            // The key is this file's alone: a number that never comes twice is nonce enough.
            var nonce = ByteBuffer.allocate(NONCE)
                    .putLong(number++)
                    .put(NONCE - 1, (byte) (last ? 1 : 0))
                    .array();
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher.doFinal(piece, 0, length);
        } catch (AEADBadTagException changed) {
            throw new IOException("A piece of the file is not what was written", changed);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static SecretKey fileKey(SecretKey installation, UUID id, byte[] salt) {
        return new SecretKeySpec(new Hmac(installation).of("export file " + id, salt), "AES");
    }
}
