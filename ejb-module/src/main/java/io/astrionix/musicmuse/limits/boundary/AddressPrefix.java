package io.astrionix.musicmuse.limits.boundary;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network an IP address belongs to: who has one address there, can get the others. */
public final class AddressPrefix {

    /** Only these are read as an address; a name would be looked up in the DNS. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private AddressPrefix() {}

    /** Such as 192.0.2.0/24 as {@code 4-c00002}; what is no address is its own network. */
    public static String of(String address) {
        var bare = address.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!ADDRESS.matcher(bare).matches()) {
            return "?-" + address;
        }
        try {
            var parsed = InetAddress.getByName(bare);
            boolean four = parsed instanceof Inet4Address;
            var network = Arrays.copyOf(parsed.getAddress(), four ? IPV4_BYTES : IPV6_BYTES);
            return (four ? "4-" : "6-") + HexFormat.of().formatHex(network);
        } catch (UnknownHostException notAnAddress) {
            return "?-" + address;
        }
    }
}
