package io.astrionix.musicmuse.limits.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 4-c00002",
        "192.0.2.250, 4-c00002",
        "192.0.3.7, 4-c00003",
        "::ffff:192.0.2.9, 4-c00002",
        "2001:db8:1:2::1, 6-20010db80001",
        "2001:db8:1:ffff:1:2:3:4, 6-20010db80001",
        "2001:db8:2::1, 6-20010db80002",
        "fe80::1%eth0, 6-fe8000000000",
        "[2001:db8:1::1], 6-20010db80001",
        "example.org, ?-example.org",
        "999.1.1.1, ?-999.1.1.1",
        "'', ?-",
    })
    void addresses_of_one_network_are_one(String address, String network) {
        assertThat(AddressPrefix.of(address)).isEqualTo(network);
    }
}
