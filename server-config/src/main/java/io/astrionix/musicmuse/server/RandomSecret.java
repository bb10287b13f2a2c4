package io.astrionix.musicmuse.server;

import java.security.SecureRandom;

/** Passwords that a person can copy from a screen: no letters that look alike. */
final class RandomSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int SEED_LENGTH = 32;
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private RandomSecret() {}

    /** Of an authenticator app: 160 bits in Base32. */
    static String nextSeed() {
        var seed = new StringBuilder();
        for (int i = 0; i < SEED_LENGTH; i++) {
            seed.append(AuthenticatorCode.BASE_32.charAt(RANDOM.nextInt(AuthenticatorCode.BASE_32.length())));
        }
        return seed.toString();
    }

    /** About 79 bits, such as {@code k3fd-9xwm-pq7a-t2hc}. */
    static String next() {
        var secret = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                secret.append('-');
            }
            secret.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }
}
