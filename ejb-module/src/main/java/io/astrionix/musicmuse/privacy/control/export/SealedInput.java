package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Reads what {@link SealedOutput} has written. */
final class SealedInput {

    private SealedInput() {}

    /**
     * Writes the plain file. What was written before a failure is genuine, and not all of it.
     *
     * @throws IOException if the file was changed, cut off, or is another one
     */
    static void copy(InputStream sealed, Keys keys, UUID id, OutputStream out) throws IOException {
        var in = new PushbackInputStream(sealed);
        if (in.read() != PieceCipher.VERSION) {
            throw new IOException("Not a file of this version");
        }
        var keyId = new String(exactly(in, Math.max(0, in.read())), StandardCharsets.US_ASCII);
        var cipher = PieceCipher.decrypting(key(keys, keyId), id, exactly(in, PieceCipher.SALT));
        boolean last = false;
        while (!last) {
            var piece = in.readNBytes(PieceCipher.PIECE + PieceCipher.TAG);
            int next = in.read();
            last = next < 0;
            if (!last) {
                in.unread(next);
            }
            out.write(cipher.next(piece, piece.length, last));
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The file is cut off");
        }
        return bytes;
    }

    private static SecretKey key(Keys keys, String id) throws IOException {
        try {
            return keys.key(KeyUse.SEAL, id);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("The key of the file is gone", unknown);
        }
    }
}
