package io.astrionix.musicmuse.server;

import java.security.SecureRandom;

/** Passwords that a person can copy from a screen: no letters that look alike. */
final class RandomSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private RandomSecret() {}

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
