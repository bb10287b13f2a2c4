package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetronomeLeakTest {

    private static final double C6 = 84;
    private static final double G6 = 91;

    /** G6 at 1 s, C6 at 1.6 s. */
    private static final List<ClickTrack.Click> CLICKS =
            List.of(new ClickTrack.Click(1.6, 1047), new ClickTrack.Click(1, 1568));

    private final MetronomeLeak leak = new MetronomeLeak(new ClickTrack(CLICKS, 0), ConcertPitch.STANDARD);

    private static PlayedNote note(double onset, double duration, double midi) {
        return new PlayedNote(0, onset, duration, midi);
    }

    @Test
    void what_begins_with_a_click_at_its_pitch_and_is_soon_over_may_be_it() {
        assertThat(leak.mayBe(note(1, 0.15, G6))).isTrue();
        assertThat(leak.mayBe(note(1.62, 0.2, C6 + 0.3))).isTrue();
        assertThat(leak.mayBe(note(1.58, 0.2, C6 - 0.3))).isTrue();
    }

    @Test
    void another_pitch_another_time_or_a_longer_note_is_none() {
        assertThat(leak.mayBe(note(1, 0.15, C6))).isFalse();
        assertThat(leak.mayBe(note(1.6, 0.15, C6 - 1))).isFalse();
        assertThat(leak.mayBe(note(1.65, 0.15, C6))).isFalse();
        assertThat(leak.mayBe(note(1.55, 0.15, C6))).isFalse();
        assertThat(leak.mayBe(note(1.6, 0.3, C6))).isFalse();
    }

    @Test
    void what_is_shorter_than_any_note_may_be_one_at_any_pitch() {
        assertThat(leak.mayBe(note(1.61, 0.06, 52))).isTrue();
        assertThat(leak.mayBe(note(1.7, 0.06, 52))).isFalse();
    }

    @Test
    void where_the_delay_is_not_known_a_click_may_be_later_and_not_earlier() {
        MetronomeLeak unknown = new MetronomeLeak(new ClickTrack(CLICKS, 0.35), ConcertPitch.STANDARD);

        assertThat(unknown.mayBe(note(1.9, 0.15, C6))).isTrue();
        assertThat(unknown.mayBe(note(1.5, 0.15, C6))).isFalse();
        assertThat(unknown.mayBe(note(2.1, 0.15, C6))).isFalse();
    }

    @Test
    void the_notes_are_those_of_the_concert_pitch() {
        MetronomeLeak baroque = new MetronomeLeak(new ClickTrack(CLICKS, 0), new ConcertPitch(415));

        assertThat(baroque.mayBe(note(1.6, 0.15, C6 + 1))).isTrue();
        assertThat(baroque.mayBe(note(1.6, 0.15, C6))).isFalse();
    }

    @Test
    void where_nothing_sounds_everything_is_a_note() {
        MetronomeLeak silent = new MetronomeLeak(ClickTrack.NONE, ConcertPitch.STANDARD);

        assertThat(silent.mayBe(note(1, 0.05, G6))).isFalse();
    }

    @Test
    void a_delay_is_finite_and_not_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClickTrack(CLICKS, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClickTrack(CLICKS, Double.NaN));
    }
}
