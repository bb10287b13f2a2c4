package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTableTest {

    private static final List<String> TABLE = List.of(
            "# remark",
            "",
            "v1 * beginner 100 200 35 50 0.45 0 600 300 0.6 never 0 0 0",
            "v1 * standard 60 150 25 50 0.45 0 600 300 0.6 never 0 0 0",
            "v1 * strict 35 90 15 50 0.45 0 600 300 0.6 never 0 0 0");

    @Test
    void a_line_is_a_set_of_rules() {
        var table = RuleTable.read(TABLE);
        assertThat(table.versions()).containsExactly("v1");
        assertThat(table.rules("v1", InputKind.VOICE, Strictness.STANDARD))
                .isEqualTo(new ScoringRules(
                        "v1", 60, 150, 25, 50, 0.45, 0, 600, 300, 0.6, Double.POSITIVE_INFINITY, OnsetTrust.FULL));
    }

    @ParameterizedTest
    @CsvSource({
        "v1 * strict 35 90 15 50 0.45 600 300, not 16 columns",
        "v1 * strict 35 90 15 50 0.45 0 600 300 0.6 never 0 0 0, there twice",
        "v1 keys strict 35 90 15 50 0.45 0 600 300 0.6 never 0 0 0, there twice",
        "v2 theremin strict 35 90 15 50 0.45 0 600 300 0.6 never 0 0 0, no such kind of input: theremin",
        "v2 * lenient 35 90 15 50 0.45 0 600 300 0.6 never 0 0 0, no such strictness: lenient",
        "v2 * strict soon 90 15 50 0.45 0 600 300 0.6 never 0 0 0, soon",
        "v2 * strict 90 35 15 50 0.45 0 600 300 0.6 never 0 0 0, timing windows",
        "v2 * strict 35 90 any 50 0.45 0 600 300 0 never 0 0 0, where pitch does not count",
        "v2 * strict 35 90 any any 0.45 0 600 300 0.6 never 0 0 0, where pitch does not count",
        "v2 * strict 35 90 15 any 0.45 0 600 300 0.6 never 0 0 0, pitch windows",
        "v2 * strict 35 90 15 50 0.45 0 600 300 0.6 0 0 0 0, tuneFromCents",
        "v2 * strict 35 90 15 50 0.45 0.4 600 300 0.6 never 0 0 0, orderGapShare",
        "v2 * strict 35 90 15 50 0.45 1 600 300 0.6 never 0 0 0, orderGapShare",
        "v2 * strict 35 90 15 50 0.45 0 600 300 0.6 never 1.1 1 35, sure-from",
        "v2 * strict 35 90 15 50 0.45 0 600 300 0.6 never 0.7 0.6 35, sure-from",
        "v2 * strict 35 90 15 50 0.45 0 600 300 0.6 never 0.7 0.9 -1, doubtMillis",
        "v2 keys strict 35 90 15 50 0.45 0 600 300 0.6 never 0 0 0, 'no scoring rules v2 for tuned, beginner'"
    })
    void a_line_that_is_wrong_is_refused_with_what_is_wrong(String line, String message) {
        var lines = new ArrayList<>(TABLE);
        lines.add(line);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTable.read(lines))
                .withMessageContaining(message);
    }

    @Test
    void an_empty_table_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleTable.read(List.of("# nothing")));
    }
}
