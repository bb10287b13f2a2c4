package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R70")
class TotpTest {

    /** The seed of the examples in RFC 4226 and RFC 6238. */
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final long NEVER = -1;

    /** RFC 6238, appendix B, the lines with SHA-1; eight digits there, the last six of them here. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_examples_of_rfc_6238(long seconds, String eightDigits) {
        assertThat(Totp.code(SEED, Totp.stepAt(Instant.ofEpochSecond(seconds)))).isEqualTo(eightDigits.substring(2));
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0, 1284755224", "1, 1094287082", "2, 137359152", "3, 1726969429", "4, 1640338314",
        "5, 868254676", "6, 1918287922", "7, 82162583", "8, 673399871", "9, 645520489"
    })
    void the_truncated_numbers_of_rfc_4226(long counter, int number) {
        assertThat(Totp.number(SEED, counter)).isEqualTo(number);
    }

    @Test
    @Tag("ASVS-6.5.5")
    void a_code_is_right_in_its_own_step_and_the_ones_beside_it() {
        var now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.stepAt(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.stepOf(Totp.code(SEED, near), SEED, now, NEVER)).hasValue(near);
        }
        assertThat(Totp.stepOf(Totp.code(SEED, step - 2), SEED, now, NEVER)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SEED, step + 2), SEED, now, NEVER)).isEmpty();
    }

    @Test
    @Tag("ASVS-6.5.1")
    void a_used_step_and_those_before_it_are_not_looked_at() {
        var now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.stepAt(now);
        assertThat(Totp.stepOf(Totp.code(SEED, step), SEED, now, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SEED, step - 1), SEED, now, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SEED, step + 1), SEED, now, step)).hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "08180", "0818040", "O81804", "٠٨١٨٠٤", "'081 804'", "-81804"})
    void what_is_no_code_is_wrong(String text) {
        var now = Instant.ofEpochSecond(1_111_111_109);
        assertThat(Totp.stepOf("081804", SEED, now, NEVER)).isPresent();
        assertThat(Totp.stepOf(text, SEED, now, NEVER)).isEmpty();
    }
}
