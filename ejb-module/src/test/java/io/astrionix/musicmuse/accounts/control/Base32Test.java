package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32Test {

    /** RFC 4648, 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void the_examples_of_rfc_4648_in_both_directions(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).asString(StandardCharsets.US_ASCII).isEqualTo(plain);
    }

    @Test
    void small_letters_are_read_and_other_characters_refused() {
        assertThat(Base32.decode("mzxw6ytboi"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("foobar");
        assertThatThrownBy(() -> Base32.decode("MZXW6YTB0I")).isInstanceOf(IllegalArgumentException.class);
    }
}
