package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Encrypts a file while it is written, with AES-256-GCM in pieces: none has to be held but one. Each file has a key of its
 * own, made of the installation's key, the file's id and random bytes; pieces are numbered and the last one says so, so
 * that none can be left out, moved or cut off.
 */
final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final PieceCipher cipher;
    private final byte[] piece = new byte[PieceCipher.PIECE];
    private int filled;
    private boolean closed;

    /** Writes the file's head: version, the key's id, random bytes. */
    SealedOutput(OutputStream out, Keys keys, UUID id) throws IOException {
        var keyId = keys.currentId(KeyUse.SEAL);
        var salt = new byte[PieceCipher.SALT];
        new SecureRandom().nextBytes(salt);
        this.out = out;
        this.cipher = PieceCipher.encrypting(keys.key(KeyUse.SEAL, keyId), id, salt);
        var keyName = keyId.getBytes(StandardCharsets.US_ASCII);
        out.write(PieceCipher.VERSION);
        out.write(keyName.length);
        out.write(keyName);
        out.write(salt);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int next = from;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                out.write(cipher.next(piece, filled, false));
                filled = 0;
            }
            int some = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, next, piece, filled, some);
            filled += some;
            next += some;
            left -= some;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush(); // a piece that is not full is written at the end
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            out.write(cipher.next(piece, filled, true));
            out.close();
        }
    }
}
