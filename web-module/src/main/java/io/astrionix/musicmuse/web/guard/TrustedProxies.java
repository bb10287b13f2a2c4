package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.shared.IpAddress;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request really comes from, if one of the configured reverse proxies passes it on. What anybody else says of
 * that is not read (ASVS 4.1.3).
 */
@ApplicationScoped
public class TrustedProxies {

    private static final String CLIENT = "X-Forwarded-For";
    private static final String SCHEME = "X-Forwarded-Proto";

    /** Some proxies add the client's port; of IPv6 only behind brackets. */
    private static final Pattern PORT = Pattern.compile("^(\\[[^\\[\\]]*]|[0-9.]+):[0-9]{1,5}$");

    private Set<InetAddress> trusted;

    public TrustedProxies() {} // required by the proxy

    @Inject
    public TrustedProxies(Settings settings) {
        this(settings.addresses(Setting.TRUSTED_PROXIES));
    }

    TrustedProxies(Set<InetAddress> trusted) {
        this.trusted = trusted;
    }

    /**
     * The address of the one who asks, as text. Each proxy adds behind the others whom it was asked by; the last that no
     * proxy of ours is, is the client: what stands before was said by that client. Where it is no address, the proxy
     * is all that is known.
     */
    String client(HttpServletRequest request) {
        return client(request.getRemoteAddr(), values(request, CLIENT));
    }

    String client(String peer, List<String> hops) {
        var client = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            var hop = IpAddress.of(PORT.matcher(hops.get(i)).replaceFirst("$1"));
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    /** Whether nobody on the way to us, or to our proxies, could listen. */
    boolean isSecure(HttpServletRequest request) {
        if (!isTrusted(request.getRemoteAddr())) {
            return request.isSecure();
        }
        var schemes = values(request, SCHEME);
        return !schemes.isEmpty() && schemes.stream().allMatch("https"::equalsIgnoreCase);
    }

    private boolean isTrusted(String address) {
        return IpAddress.of(address).filter(trusted::contains).isPresent();
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
    }
}
