package io.astrionix.musicmuse.analysis.listening.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFontsTest {

    @TempDir
    private Path folder;

    @Test
    void a_path_list_names_sound_fonts() throws IOException {
        Path one = Files.createFile(folder.resolve("one.sf2"));
        Path two = Files.createFile(folder.resolve("two.sf2"));

        assertThat(SoundFonts.of(one + File.pathSeparator + two)).containsExactly(one.toRealPath(), two.toRealPath());
    }

    @Test
    void what_is_kept_for_measuring_is_refused_under_any_name() throws IOException {
        Path kept = Files.createFile(folder.resolve("FluidR3_GM.sf2"));
        Path link = Files.createSymbolicLink(folder.resolve("default-GM.sf2"), kept);

        assertThatThrownBy(() -> SoundFonts.of(link.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kept for measuring");
    }

    @Test
    void a_sound_font_that_is_not_there_is_named() {
        assertThatThrownBy(() -> SoundFonts.of(folder.resolve("none.sf2").toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.sf2");
    }
}
