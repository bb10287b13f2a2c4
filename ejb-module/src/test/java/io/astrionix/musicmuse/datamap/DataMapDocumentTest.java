package io.astrionix.musicmuse.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.DataMapProducer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/data-map.md says what the data map says; with {@code -Ddatamap=write} it is written anew. */
class DataMapDocumentTest {

    private static final Path PAGE = Path.of("..", "docs", "data-map.md");

    @Test
    @Tag("R20")
    @Tag("R27")
    @Tag("R34")
    void the_page_is_the_map() throws IOException {
        var page = new DataMapDocument(DataMapProducer.read()).markdown();
        if ("write".equals(System.getProperty("datamap"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("stale: run with -Ddatamap=write").hasContent(page);
        assertThat(page.lines().filter(line -> line.startsWith("| `musicmuse.")))
                .hasSizeGreaterThan(80);
    }
}
