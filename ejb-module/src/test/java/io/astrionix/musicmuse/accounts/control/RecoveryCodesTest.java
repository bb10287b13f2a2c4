package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.entity.RecoveryCode;
import io.astrionix.musicmuse.shared.AccountId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {

    @Test
    @Tag("ASVS-6.5.2")
    void ten_codes_of_120_bits_in_groups_that_can_be_typed() {
        var made =
                new RecoveryCodes(new ForgetfulRepository(), Clock.systemUTC()).make(new AccountId(UUID.randomUUID()));
        assertThat(made)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"));
        assertThat(made.get(0).replace("-", "").length() * 5).isGreaterThanOrEqualTo(112);
    }

    @Test
    void a_recovery_code_is_told_from_a_code_of_an_app_however_it_is_typed() {
        assertThat(RecoveryCodes.looksLikeOne("abcd-efgh-ijkl-mnop-qrst-uvwx")).isTrue();
        assertThat(RecoveryCodes.looksLikeOne(" ABCDEFGHIJKL MNOPQRSTUVWX ")).isTrue();
        assertThat(RecoveryCodes.looksLikeOne("123456")).isFalse();
        assertThat(RecoveryCodes.looksLikeOne("")).isFalse();
    }

    private static final class ForgetfulRepository extends SecondFactorRepository {

        @Override
        public void replaceRecoveryCodes(AccountId account, List<RecoveryCode> codes) {
            // the test looks at what is shown
        }
    }
}
