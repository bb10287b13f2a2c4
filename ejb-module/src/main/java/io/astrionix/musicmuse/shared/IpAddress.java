package io.astrionix.musicmuse.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as written in requests and settings. */
public final class IpAddress {

    /** Only these are read as an address; a name would be looked up in the DNS. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private IpAddress() {}

    /**
     * @param text IPv4 or IPv6, this one perhaps in brackets and with a zone
     * @return empty for what is no address
     */
    public static Optional<InetAddress> of(String text) {
        var bare = text.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!ADDRESS.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
