package io.astrionix.musicmuse.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.Csv;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ASVS-1.2.10")
class AuditCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+2",
                "+1+2",
                "-1+2",
                "@SUM(A1)",
                "\t=1+2",
                "\r=1+2",
                "\u0000=1+2",
                "\uFF1D1+2",
                "\uFF0B1+2",
                "\uFF0D1+2",
                "\uFF20SUM(A1)",
                "=cmd|' /C calc'!A0"
            })
    void what_could_begin_a_formula_is_a_text(String value) {
        assertThat(Csv.cell(value)).startsWith("\"'").endsWith("\"");
    }

    @Test
    void a_quote_does_not_end_the_cell() {
        assertThat(Csv.cell("a\",\"=1+2")).isEqualTo("\"a\"\",\"\"=1+2\"");
    }

    @Test
    void all_else_is_written_as_it_is() {
        assertThat(Csv.cell("3 = 2 + 1, ana@example.org")).isEqualTo("\"3 = 2 + 1, ana@example.org\"");
        assertThat(Csv.cell("")).isEqualTo("\"\"");
    }
}
