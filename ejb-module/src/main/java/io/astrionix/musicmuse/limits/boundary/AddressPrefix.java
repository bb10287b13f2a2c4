package io.astrionix.musicmuse.limits.boundary;

import io.astrionix.musicmuse.shared.IpAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network an IP address belongs to: who has one address there, can get the others. */
public final class AddressPrefix {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private AddressPrefix() {}

    /** Such as 192.0.2.0/24 as {@code 4-c00002}; what is no address is its own network. */
    public static String of(String address) {
        return IpAddress.of(address).map(AddressPrefix::network).orElse("?-" + address);
    }

    private static String network(InetAddress address) {
        boolean four = address instanceof Inet4Address;
        var network = Arrays.copyOf(address.getAddress(), four ? IPV4_BYTES : IPV6_BYTES);
        return (four ? "4-" : "6-") + HexFormat.of().formatHex(network);
    }
}
