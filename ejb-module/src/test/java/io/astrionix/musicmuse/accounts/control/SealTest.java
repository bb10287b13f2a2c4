package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.control.Seal.Sealed;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ASVS-6.5.3")
@Tag("ASVS-11.3.2")
class SealTest {

    private static final byte[] SEED = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};

    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final AccountId other = new AccountId(UUID.randomUUID());

    @TempDir
    private Path folder;

    private Path file;
    private Seal seal;

    @BeforeEach
    void make_keys() {
        file = folder.resolve("keys");
        seal = sealWithKeysOfTheFile();
    }

    private Seal sealWithKeysOfTheFile() {
        var values = Map.of(Setting.KEYS_FILE.key(), file.toString());
        return new Seal(new Keys(new Settings(key -> Optional.ofNullable(values.get(key)))));
    }

    @Test
    void what_was_sealed_opens_for_its_owner() {
        assertThat(seal.open(seal.seal(SEED, owner), owner)).isEqualTo(SEED);
    }

    @Test
    void the_same_value_never_looks_the_same() {
        assertThat(seal.seal(SEED, owner).text())
                .isNotEqualTo(seal.seal(SEED, owner).text());
    }

    @Test
    @Tag("ASVS-11.3.3")
    void in_another_accounts_row_it_does_not_open() {
        var sealed = seal.seal(SEED, owner);
        assertThatThrownBy(() -> seal.open(sealed, other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void with_one_bit_changed_anywhere_it_does_not_open() {
        var sealed = seal.seal(SEED, owner);
        int length = Base64.getDecoder().decode(sealed.text()).length;
        for (int bit = 0; bit < length * 8; bit++) {
            var bytes = Base64.getDecoder().decode(sealed.text());
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            var changed = new Sealed(sealed.keyId(), Base64.getEncoder().encodeToString(bytes));
            assertThatThrownBy(() -> seal.open(changed, owner)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @Tag("ASVS-11.3.3")
    void after_a_new_key_old_values_still_open_and_the_key_cannot_be_swapped() throws IOException {
        var old = seal.seal(SEED, owner);
        var newKey = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(file, "SEAL.2 = " + newKey + "\n", StandardOpenOption.APPEND);
        seal = sealWithKeysOfTheFile();

        assertThat(seal.open(old, owner)).isEqualTo(SEED);
        assertThat(seal.seal(SEED, owner).keyId()).isEqualTo("2");
        var otherKey = new Sealed("2", old.text());
        assertThatThrownBy(() -> seal.open(otherKey, owner)).isInstanceOf(IllegalStateException.class);
    }
}
