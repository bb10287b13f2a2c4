package io.astrionix.musicmuse.accounts.boundary;

import java.io.Serializable;

/**
 * An authenticator app to be set up.
 *
 * @param seed to be typed, in Base32
 * @param uri the same for a QR code, as all apps read it (otpauth://)
 */
public record AuthenticatorAppOffer(String seed, String uri) implements Serializable {

    /** Without the seed: this text may end up in a log. */
    @Override
    public String toString() {
        return "authenticator app";
    }
}
