package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The origin (RFC 6454) of our own pages: as configured, else the host the request came to. */
@ApplicationScoped
public class SiteOrigin {

    /** Name, IPv4 or IPv6 address, and a port: nothing that could end a header or a policy. */
    private static final Pattern HOST = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private Settings settings;

    public SiteOrigin() {} // required by the proxy

    @Inject
    public SiteOrigin(Settings settings) {
        this.settings = settings;
    }

    /** As browsers write it; empty where nothing is configured and the request names no usable host. */
    public Optional<String> of(HttpServletRequest request) {
        return of(request.getScheme(), request.getHeader("Host"));
    }

    Optional<String> of(String scheme, String host) {
        Optional<String> configured = settings.text(Setting.SITE_ORIGIN);
        return configured.isPresent()
                ? configured
                : Optional.ofNullable(host)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> HOST.matcher(name).matches())
                        .map(name -> scheme + "://" + withoutOwnPort(scheme, name));
    }

    private static String withoutOwnPort(String scheme, String host) {
        var ownPort = "https".equals(scheme) ? ":443" : ":80";
        return host.endsWith(ownPort) ? host.substring(0, host.length() - ownPort.length()) : host;
    }
}
