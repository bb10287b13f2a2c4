package io.astrionix.musicmuse.privacy.control.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.TestKeysFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {

    private static final UUID ID = UUID.randomUUID();

    @TempDir
    private Path folder;

    private Keys keys;

    @BeforeEach
    void make_keys() {
        keys = TestKeysFile.in(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PieceCipher.PIECE - 1, PieceCipher.PIECE, PieceCipher.PIECE + 1, 3 * PieceCipher.PIECE})
    void what_goes_in_comes_out(int length) throws IOException {
        var plain = plain(length);
        assertThat(open(sealed(plain), ID)).isEqualTo(plain);
    }

    @Test
    @Tag("ASVS-11.3.2")
    void nothing_of_it_can_be_read_and_twice_the_same_looks_different() throws IOException {
        var plain = "the email is zoe@example.org".getBytes(StandardCharsets.UTF_8);
        var sealed = sealed(plain);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("zoe");
        assertThat(sealed).isNotEqualTo(sealed(plain));
    }

    @Test
    @Tag("ASVS-11.3.2")
    void a_changed_bit_a_cut_and_another_name_are_noticed() throws IOException {
        var sealed = sealed(plain(3 * PieceCipher.PIECE));
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> open(changed, ID)).isInstanceOf(IOException.class);
        }
        int head = 1 + 1 + 1 + PieceCipher.SALT;
        int piece = PieceCipher.PIECE + PieceCipher.TAG;
        for (int cut : new int[] {0, 1, head, head + piece, head + 2 * piece, sealed.length - 1}) {
            assertThatThrownBy(() -> open(Arrays.copyOf(sealed, cut), ID))
                    .as("cut at " + cut)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> open(sealed, UUID.randomUUID())).isInstanceOf(IOException.class);
    }

    @Test
    void pieces_that_change_places_are_noticed() throws IOException {
        var sealed = sealed(plain(3 * PieceCipher.PIECE));
        int head = 1 + 1 + 1 + PieceCipher.SALT;
        int piece = PieceCipher.PIECE + PieceCipher.TAG;
        var swapped = sealed.clone();
        System.arraycopy(sealed, head, swapped, head + piece, piece);
        System.arraycopy(sealed, head + piece, swapped, head, piece);
        assertThatThrownBy(() -> open(swapped, ID)).isInstanceOf(IOException.class);
    }

    @Test
    void a_file_is_kept_whole_or_not_at_all() throws IOException {
        var store = new ExportStore(keys, folder.resolve("exports"));
        store.keep(ID, out -> out.write(plain(10)));
        assertThatThrownBy(() -> store.keep(ID, out -> {
                    out.write(plain(PieceCipher.PIECE * 2));
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        var out = new ByteArrayOutputStream();
        store.copy(ID, out);
        assertThat(out.toByteArray()).as("the one before").isEqualTo(plain(10));
        try (var files = Files.list(folder.resolve("exports"))) {
            assertThat(files).hasSize(1);
        }
        assertThat(store.writtenBefore(Instant.now().plusSeconds(60))).containsExactly(ID);
        store.delete(ID);
        assertThat(store.has(ID)).isFalse();
    }

    private byte[] sealed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new SealedOutput(bytes, keys, ID)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private byte[] open(byte[] sealed, UUID id) throws IOException {
        var out = new ByteArrayOutputStream();
        SealedInput.copy(new ByteArrayInputStream(sealed), keys, id, out);
        return out.toByteArray();
    }

    private static byte[] plain(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
