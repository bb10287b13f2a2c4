package io.astrionix.musicmuse.web.accounts;

import java.io.IOException;

/** The way on from a sign-in. */
final class AfterSignIn {

    private AfterSignIn() {}

    /**
     * @param next where the user wanted to go; taken only if it is a path on this site
     * @param home where to go otherwise
     */
    static void goOn(String next, String home) throws IOException {
        Redirect.to(SignInBacking.isLocal(next) ? next : home);
    }
}
