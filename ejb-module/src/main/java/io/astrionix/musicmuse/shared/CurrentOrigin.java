package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;

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
}
