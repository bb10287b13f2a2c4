package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers stand here a second time on purpose: those of a version that was once in use never change. */
class RuleBookTest {

    @Test
    void every_version_is_kept_and_the_newest_judges() {
        assertThat(RuleBook.versions()).containsExactly("2026-11", "2026-12", "2027-01");
        assertThat(RuleBook.currentVersion()).isEqualTo("2027-01");
        for (var kind : InputKind.values()) {
            for (var strictness : Strictness.values()) {
                assertThat(RuleBook.current(kind, strictness)).isEqualTo(RuleBook.rules("2027-01", kind, strictness));
                assertThat(RuleBook.current(kind, strictness).version()).isEqualTo("2027-01");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_first_version_judges_every_kind_alike(InputKind kind) {
        assertThat(RuleBook.rules("2026-11", kind, Strictness.BEGINNER))
                .isEqualTo(new ScoringRules(
                        "2026-11",
                        100,
                        200,
                        35,
                        50,
                        0.45,
                        0,
                        600,
                        300,
                        0.6,
                        Double.POSITIVE_INFINITY,
                        OnsetTrust.FULL));
        assertThat(RuleBook.rules("2026-11", kind, Strictness.STANDARD))
                .isEqualTo(new ScoringRules(
                        "2026-11", 60, 150, 25, 50, 0.45, 0, 600, 300, 0.6, Double.POSITIVE_INFINITY, OnsetTrust.FULL));
        assertThat(RuleBook.rules("2026-11", kind, Strictness.STRICT))
                .isEqualTo(new ScoringRules(
                        "2026-11", 35, 90, 15, 50, 0.45, 0, 600, 300, 0.6, Double.POSITIVE_INFINITY, OnsetTrust.FULL));
    }

    @ParameterizedTest
    @CsvSource({
        "tuned,      BEGINNER, 100, 200, 35,        50,        0.6",
        "tuned,      STANDARD, 60,  150, 25,        50,        0.6",
        "tuned,      STRICT,   35,  90,  15,        50,        0.6",
        "voice,      BEGINNER, 100, 200, 50,        100,       0.6",
        "voice,      STANDARD, 60,  150, 25,        50,        0.6",
        "voice,      STRICT,   35,  90,  15,        50,        0.6",
        "keys,       BEGINNER, 100, 200, 50,        50,        0.6",
        "keys,       STANDARD, 60,  150, 50,        50,        0.6",
        "keys,       STRICT,   35,  90,  50,        50,        0.6",
        "percussion, BEGINNER, 100, 200, Infinity,  Infinity,  0",
        "percussion, STANDARD, 60,  150, Infinity,  Infinity,  0",
        "percussion, STRICT,   35,  90,  Infinity,  Infinity,  0"
    })
    void the_second_version_tells_the_kinds_apart(
            String kind,
            Strictness strictness,
            double onTime,
            double timingFade,
            double inTune,
            double pitchFade,
            double pitchShare) {
        assertThat(RuleBook.rules("2026-12", InputKind.of(kind), strictness))
                .isEqualTo(new ScoringRules(
                        "2026-12",
                        onTime,
                        timingFade,
                        inTune,
                        pitchFade,
                        0.45,
                        0,
                        600,
                        300,
                        pitchShare,
                        kind.equals("tuned") ? 15 : Double.POSITIVE_INFINITY,
                        OnsetTrust.FULL));
    }

    @ParameterizedTest
    @CsvSource({
        "tuned,      STANDARD, 60,  150, 25,        50,        0.8, 0.6, true",
        "voice,      BEGINNER, 100, 200, 50,        100,       0.8, 0.6, true",
        "keys,       STRICT,   35,  90,  50,        50,        0.8, 0.6, false",
        "percussion, STANDARD, 60,  150, Infinity,  Infinity,  0,   0,   false"
    })
    void the_third_version_knows_the_order_of_notes_and_what_is_not_sure(
            String kind,
            Strictness strictness,
            double onTime,
            double timingFade,
            double inTune,
            double pitchFade,
            double orderGapShare,
            double pitchShare,
            boolean isHeardByMicrophone) {
        assertThat(RuleBook.rules("2027-01", InputKind.of(kind), strictness))
                .isEqualTo(new ScoringRules(
                        "2027-01",
                        onTime,
                        timingFade,
                        inTune,
                        pitchFade,
                        0.45,
                        orderGapShare,
                        600,
                        300,
                        pitchShare,
                        kind.equals("tuned") ? 15 : Double.POSITIVE_INFINITY,
                        isHeardByMicrophone ? new OnsetTrust(0.7, 0.999, 35) : OnsetTrust.FULL));
    }

    @Test
    void an_unknown_version_or_kind_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleBook.rules("2025-01", InputKind.KEYS, Strictness.STRICT))
                .withMessage("no scoring rules 2025-01, there are [2026-11, 2026-12, 2027-01]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InputKind.of("theremin"))
                .withMessage("no such kind of input: theremin");
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_is_found_by_its_id(InputKind kind) {
        assertThat(InputKind.of(kind.id())).isEqualTo(kind);
    }
}
