package io.astrionix.musicmuse.accounts.boundary;

import java.time.Duration;
import java.util.UUID;

/** How a try to sign in ended. */
public sealed interface SignInResult {

    /** Email or password are wrong, or were not even looked at: which of these is never told. */
    record Refused() implements SignInResult {}

    /** Too many passwords are being checked at this moment; nothing was looked at. HTTP 429 with Retry-After. */
    record Busy(Duration retryAfter) implements SignInResult {}

    /** The password was right, but this account may not sign in now. */
    record NotYet(Why why) implements SignInResult {}

    /** The password was right; a code or passkey is needed too. The ticket stays on the server, in the HTTP session. */
    record SecondFactorNeeded(String ticket) implements SignInResult {}

    /**
     * Signed in.
     *
     * @param signIn its id, for the HTTP session
     * @param deviceCookie the value of the browser's device cookie, to be kept for a year from now
     */
    record SignedIn(UUID signIn, String deviceCookie) implements SignInResult {}

    /** Why an account may not sign in although its password was right. */
    enum Why {
        PENDING_GUARDIAN,
        LOCKED
    }
}
