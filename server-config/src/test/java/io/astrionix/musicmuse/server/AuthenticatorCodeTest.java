package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorCodeTest {

    /** RFC 6238, appendix B: its seed in Base32, the last six of its digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void the_examples_of_rfc_6238(long seconds, String code) {
        assertThat(AuthenticatorCode.at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds / 30))
                .isEqualTo(code);
    }
}
