package io.astrionix.musicmuse.server;

import java.util.Locale;

/**
 * An account that the application makes for trying it out, one for each role. Password and seed are random, new at each
 * start, and only in the memory and the environment of launcher and server.
 *
 * @param seed of the authenticator app, in Base32; only roles that need a second factor are asked for its codes
 */
public record DemoAccount(String email, String password, String seed) {

    static final String PASSWORD = "MUSICMUSE_DEMO_PASSWORD";
    static final String TOTP_SEED = "MUSICMUSE_DEMO_TOTP_SEED";

    /** @param role its name in the application, such as ORG_ADMIN */
    static DemoAccount of(String role, String password, String seed) {
        return new DemoAccount(
                role.toLowerCase(Locale.ROOT).replace('_', '-') + "@demo.musicmuse.test", password, seed);
    }

    /** What the authenticator app shows now. */
    public String code() {
        return AuthenticatorCode.now(seed, 0);
    }

    /** Without the password: this text may end up in a log. */
    @Override
    public String toString() {
        return email;
    }
}
