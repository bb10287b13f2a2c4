package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where the work in hand comes from: a request of a browser, or the server itself. */
@ApplicationScoped
public class CurrentOrigin {

    private RequestOrigin request;

    public CurrentOrigin() {} // required by the proxy

    @Inject
    public CurrentOrigin(RequestOrigin request) {
        this.request = request;
    }

    public RequestOrigin.Origin get() {
        try {
            return request.get();
        } catch (ContextNotActiveException noRequest) {
            return RequestOrigin.Origin.INTERNAL;
        }
    }

    /** What the browser of the request sent as its device cookie, unchecked. */
    public Optional<String> deviceCookie() {
        try {
            return request.deviceCookie();
        } catch (ContextNotActiveException noRequest) {
            return Optional.empty();
        }
    }
}
