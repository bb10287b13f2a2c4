package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The origin (RFC 6454) of our own pages: as configured, else the host the request came to. */
@ApplicationScoped
public class SiteOrigin {

    private Settings settings;

    public SiteOrigin() {} // required by the proxy

    @Inject
    public SiteOrigin(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param origin the request's Origin header, may be null
     * @param host the request's Host header, may be null
     */
    public boolean isOwn(String origin, String host) {
        if (origin == null) {
            return false; // every browser sends one with a handshake
        }
        Optional<String> configured = settings.text(Setting.SITE_ORIGIN);
        return configured.isPresent()
                ? configured.get().equals(origin)
                : authority(origin).equals(Optional.ofNullable(host));
    }

    private static Optional<String> authority(String origin) {
        try {
            var uri = new URI(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web ? Optional.ofNullable(uri.getRawAuthority()) : Optional.empty();
        } catch (URISyntaxException notAnOrigin) {
            return Optional.empty();
        }
    }
}
