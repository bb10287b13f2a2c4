package io.astrionix.musicmuse.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    private Path folder;

    @Test
    void the_first_start_makes_keys_and_the_next_reads_the_same() {
        var first = keys();
        for (var use : KeyUse.values()) {
            assertThat(first.currentId(use)).isEqualTo("1");
            assertThat(first.current(use).getEncoded()).hasSize(32);
            assertThat(keys().current(use)).isEqualTo(first.current(use));
        }
        assertThat(first.current(KeyUse.PASSWORD_PEPPER)).isNotEqualTo(first.current(KeyUse.AUDIT_CHAIN));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Tag("ASVS-13.3.2")
    void only_the_server_can_read_them() throws IOException {
        keys();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_newer_key_is_the_current_one_and_the_older_stays() throws IOException {
        var old = keys().current(KeyUse.PASSWORD_PEPPER);
        var lines = new ArrayList<>(Files.readAllLines(file()));
        lines.add("# since the autumn holidays");
        lines.add("PASSWORD_PEPPER.10 = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        Files.write(file(), lines);
        assertThat(keys().currentId(KeyUse.PASSWORD_PEPPER)).isEqualTo("10");
        assertThat(keys().key(KeyUse.PASSWORD_PEPPER, "1")).isEqualTo(old);
        assertThatThrownBy(() -> keys().key(KeyUse.PASSWORD_PEPPER, "2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_broken_or_short_key_is_refused_with_the_setting_named() throws IOException {
        keys();
        Files.writeString(file(), "PASSWORD_PEPPER.1 = c2hvcnQ=\n");
        assertThatThrownBy(this::keys)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(Setting.KEYS_FILE.variable())
                .hasMessageNotContaining("c2hvcnQ");
    }

    private Keys keys() {
        return new Keys(new KeysFile(file()));
    }

    private Path file() {
        return folder.resolve("keys");
    }
}
