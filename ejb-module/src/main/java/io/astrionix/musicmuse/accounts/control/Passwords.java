package io.astrionix.musicmuse.accounts.control;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Hashes and checks passwords with bcrypt at cost {@value #COST}. bcrypt reads 72 bytes; a longer password is first
 * hashed with SHA-512, so that no byte of it is ignored.
 */
@ApplicationScoped
public class Passwords {

    static final int COST = 12;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
    private static final LongPasswordStrategy LONG_PASSWORDS = LongPasswordStrategies.hashSha512(VERSION);

    /** A hash of nobody's password: checked where there is no account, so that both answers take as long. */
    private final String nobody = bcrypt(UUID.randomUUID().toString());

    public String hash(String password) {
        return bcrypt(password);
    }

    private static String bcrypt(String password) {
        return BCrypt.with(VERSION, new SecureRandom(), LONG_PASSWORDS).hashToString(COST, password.toCharArray());
    }

    /** @return whether {@code password} is the one that {@code hash} was made of */
    public boolean matches(String password, String hash) {
        return BCrypt.verifyer(VERSION, LONG_PASSWORDS).verify(password.toCharArray(), hash.toCharArray()).verified;
    }

    /** Takes as long as {@link #matches}, for where there is no account. */
    public void spendTimeOfAMatch(String password) {
        matches(password, nobody);
    }
}
