package io.astrionix.musicmuse.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.IpAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ASVS-4.1.3")
class TrustedProxiesTest {

    private final TrustedProxies proxies =
            new TrustedProxies(Set.copyOf(Stream.of("192.0.2.10", "192.0.2.11", "2001:db8::10")
                    .map(address -> IpAddress.of(address).orElseThrow())
                    .toList()));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 203.0.113.7, 203.0.113.7",
        "192.0.2.10, 198.51.100.1|203.0.113.7, 203.0.113.7",
        "192.0.2.10, 198.51.100.1|203.0.113.7|192.0.2.11, 203.0.113.7",
        "192.0.2.10, 192.0.2.11, 192.0.2.11",
        "192.0.2.10, '', 192.0.2.10",
        "192.0.2.10, music.example.org, 192.0.2.10",
        "192.0.2.10, 203.0.113.7|unknown, 192.0.2.10",
        "192.0.2.10, 999.1.1.1, 192.0.2.10",
        "192.0.2.10, 2[0]3.0.113.12, 192.0.2.10",
        "192.0.2.10, fe80::1%<script>, 192.0.2.10",
        "192.0.2.10, [2001:db8::5]:4444444, 192.0.2.10",
        "192.0.2.10, ::ffff:203.0.113.2, 203.0.113.2",
        "192.0.2.10, 203.0.113.7:51234, 203.0.113.7",
        "192.0.2.10, [2001:db8::7]:51234, 2001:db8:0:0:0:0:0:7",
        "192.0.2.10, [2001:db8::7], 2001:db8:0:0:0:0:0:7",
        "::ffff:192.0.2.10, 203.0.113.7, 203.0.113.7",
        "2001:db8:0:0:0:0:0:10, 2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "192.0.2.12, 203.0.113.7, 192.0.2.12",
        "203.0.113.9, 203.0.113.7, 203.0.113.9",
    })
    void only_proxies_of_ours_say_who_asked_them(String peer, String hops, String client) {
        assertThat(proxies.client(peer, Arrays.asList(hops.split("\\|")))).isEqualTo(client);
    }
}
