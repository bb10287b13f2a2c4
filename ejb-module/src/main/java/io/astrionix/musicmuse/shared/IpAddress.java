package io.astrionix.musicmuse.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as written in requests and settings. */
public final class IpAddress {

    /** Whatever else has no colon would be looked up in the DNS as a name. */
    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._~-]{1,20}$");
    private static final Pattern IN_BRACKETS = Pattern.compile("^\\[([^\\[\\]]*)]$");

    private IpAddress() {}

    /**
     * @param text IPv4 or IPv6, this one perhaps in brackets and with a zone, which is dropped
     * @return empty for what is no address
     */
    public static Optional<InetAddress> of(String text) {
        var bare = ZONE.matcher(IN_BRACKETS.matcher(text).replaceFirst("$1")).replaceFirst("");
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
