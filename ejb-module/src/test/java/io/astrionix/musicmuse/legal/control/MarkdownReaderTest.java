package io.astrionix.musicmuse.legal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrionix.musicmuse.legal.boundary.DiffLine;
import io.astrionix.musicmuse.legal.boundary.DiffLine.Change;
import io.astrionix.musicmuse.legal.boundary.LegalBlock;
import io.astrionix.musicmuse.legal.boundary.LegalBlock.Kind;
import io.astrionix.musicmuse.legal.boundary.LegalCard;
import io.astrionix.musicmuse.legal.boundary.LegalRun;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {

    private final MarkdownReader reader =
            new MarkdownReader(name -> "<" + name + ">", name -> List.of(new LegalCard(name, List.of())));

    @Test
    void headings_paragraphs_lists_tables_and_links_are_read() {
        var blocks = reader.read("# Title\n\nBy **{{operator.name}}**, see\n[there](/legal/terms.xhtml).\n\n"
                + "- one\n- two\n\n{{table:cookies}}\n\n## Small");

        assertThat(blocks)
                .extracting(LegalBlock::kind)
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.LIST, Kind.TABLE, Kind.SUBHEADING);
        assertThat(blocks.get(1).first())
                .containsExactly(
                        new LegalRun("By ", false, ""),
                        new LegalRun("<operator.name>", true, ""),
                        new LegalRun(", see ", false, ""),
                        new LegalRun("there", false, "legal/terms.xhtml"),
                        new LegalRun(".", false, ""));
        assertThat(blocks.get(2).plain()).containsExactly("one", "two");
        assertThat(blocks.get(3).cards()).extracting(LegalCard::title).containsExactly("cookies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "words <b>bold</b>",
                "[elsewhere](https://evil.example/)",
                "[script](javascript:alert(1))",
                "[up](/../x.xhtml)",
                "![picture](/x.png)",
                "> quoted",
                "    code",
                "`code`",
                "1. counted"
            })
    @Tag("ASVS-1.2.1")
    void anything_else_is_refused(String markdown) {
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read(markdown));
    }

    @Test
    @Tag("R79")
    void two_versions_are_compared_line_by_line() {
        assertThat(VersionDiff.of(List.of("a", "b", "c"), List.of("a", "B", "c", "d")))
                .containsExactly(
                        new DiffLine(Change.SAME, "a"),
                        new DiffLine(Change.REMOVED, "b"),
                        new DiffLine(Change.ADDED, "B"),
                        new DiffLine(Change.SAME, "c"),
                        new DiffLine(Change.ADDED, "d"));
    }
}
