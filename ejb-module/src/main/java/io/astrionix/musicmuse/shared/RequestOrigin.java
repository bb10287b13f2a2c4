package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the current HTTP request comes from; the web module fills it in before anything else runs. Ask through {@link
 * CurrentOrigin}, which also has an answer where there is no request.
 */
@RequestScoped
public class RequestOrigin {

    private Origin origin = Origin.INTERNAL;
    private Optional<UUID> signIn = Optional.empty();
    private Optional<String> deviceCookie = Optional.empty();

    /** Address and device. The sign-in is told by the authentication mechanism, before or after. */
    public void set(Origin origin) {
        this.origin = origin;
    }

    public void setSignIn(UUID id) {
        signIn = Optional.of(id);
    }

    /** What the browser sent as its device cookie, unchecked. */
    public void setDeviceCookie(String value) {
        deviceCookie = Optional.of(value);
    }

    public Optional<String> deviceCookie() {
        return deviceCookie;
    }

    public Origin get() {
        return new Origin(origin.address(), origin.device(), signIn.or(origin::signIn));
    }

    /**
     * @param address the client's IP address as text; empty for work of the server itself
     * @param device browser and system in words, such as "Firefox on Linux"; no fingerprint (R9)
     * @param signIn the sign-in (session) the request belongs to
     */
    public record Origin(Optional<String> address, Optional<String> device, Optional<UUID> signIn) {

        /** A job, a timer, a start-up bean. */
        public static final Origin INTERNAL = new Origin(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
