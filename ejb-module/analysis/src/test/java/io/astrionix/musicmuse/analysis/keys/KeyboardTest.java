package io.astrionix.musicmuse.analysis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardTest {

    private static final int RATE = 48_000;
    private static final int ON = 0x90;
    private static final int OFF = 0x80;
    private static final int CONTROL = 0xB0;
    private static final int SUSTAIN = 64;

    private final Keyboard keyboard = new Keyboard(RATE, false);

    private void hear(long at, int status, int data1, int data2) {
        keyboard.hear(new KeyMessage(at, status, data1, data2));
    }

    private void assertNotes(KeyNote... notes) {
        assertThat(keyboard.notesAfter(0)).containsExactly(notes);
    }

    @Test
    void a_key_sounds_from_press_to_release() {
        hear(100, ON, 60, 80);
        assertNotes(new KeyNote(0, 60, 100, Long.MAX_VALUE));
        hear(20_000, OFF, 60, 64);
        assertNotes(new KeyNote(0, 60, 100, 20_000));
    }

    @Test
    void a_press_with_velocity_0_is_a_release() {
        hear(100, ON, 60, 80);
        hear(20_000, ON, 60, 0);
        assertNotes(new KeyNote(0, 60, 100, 20_000));
    }

    @Test
    void the_pedal_holds_what_is_let_go_until_it_comes_up() {
        hear(0, CONTROL, SUSTAIN, 127);
        hear(100, ON, 60, 80);
        hear(5_000, OFF, 60, 0);
        hear(10_000, ON, 62, 80);
        hear(30_000, CONTROL, SUSTAIN, 0);
        assertNotes(new KeyNote(0, 60, 100, 30_000), new KeyNote(1, 62, 10_000, Long.MAX_VALUE));
    }

    @Test
    void a_key_pressed_again_under_the_pedal_is_another_note_that_its_own_release_ends() {
        hear(0, CONTROL, SUSTAIN, 127);
        hear(100, ON, 60, 80);
        hear(5_000, OFF, 60, 0);
        hear(10_000, ON, 60, 80);
        hear(20_000, CONTROL, SUSTAIN, 10);
        hear(30_000, OFF, 60, 0);
        assertNotes(new KeyNote(0, 60, 100, 10_000), new KeyNote(1, 60, 10_000, 30_000));
    }

    @Test
    void a_key_whose_release_was_lost_ends_where_it_is_pressed_again() {
        hear(100, ON, 60, 80);
        hear(40_000, ON, 60, 80);
        assertNotes(new KeyNote(0, 60, 100, 40_000), new KeyNote(1, 60, 40_000, Long.MAX_VALUE));
    }

    @Test
    void a_contact_that_bounces_and_a_layer_on_another_channel_are_one_note() {
        hear(1_000, ON, 60, 80);
        hear(1_100, OFF, 60, 0);
        hear(1_300, ON, 60, 70);
        hear(1_310, ON + 1, 60, 70);
        hear(24_000, OFF, 60, 0);
        hear(24_010, OFF + 1, 60, 0);
        assertNotes(new KeyNote(0, 60, 1_000, 24_000));
    }

    @Test
    void the_fastest_repetition_is_two_notes() {
        hear(0, ON, 60, 80);
        hear(RATE / 15, ON, 60, 80);
        assertThat(keyboard.notesAfter(0)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"120", "123"})
    void a_panic_ends_all(int controller) {
        hear(0, CONTROL, SUSTAIN, 127);
        hear(100, ON, 60, 80);
        hear(200, OFF, 60, 0);
        hear(300, ON, 64, 80);
        hear(9_000, CONTROL, controller, 0);
        assertNotes(new KeyNote(0, 60, 100, 9_000), new KeyNote(1, 64, 300, 9_000));
    }

    @Test
    void messages_a_little_out_of_order_make_notes_in_order() {
        hear(10_000, ON, 64, 80);
        hear(9_000, ON, 60, 80);
        hear(20_000, OFF, 64, 0);
        assertNotes(new KeyNote(1, 60, 9_000, Long.MAX_VALUE), new KeyNote(0, 64, 10_000, 20_000));
    }

    @Test
    void drums_have_no_pitch_and_count_only_where_the_rhythm_does() {
        hear(0, ON + 9, 38, 80);
        assertThat(keyboard.notesAfter(0)).isEmpty();

        var pad = new Keyboard(RATE, true);
        pad.hear(new KeyMessage(0, ON + 9, 38, 80));
        assertThat(pad.notesAfter(0)).hasSize(1);
    }

    @Test
    void what_was_never_pressed_is_let_go_in_vain() {
        hear(0, OFF, 60, 0);
        hear(10, CONTROL, 7, 100);
        hear(20, CONTROL, SUSTAIN, 0);
        assertThat(keyboard.notesAfter(0)).isEmpty();
        assertThat(keyboard.notesAfter(5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 144, 60, 80",
        "0, 160, 60, 80",
        "0, 400, 60, 80",
        "0, 144, 128, 80",
        "0, 144, 60, -1",
        "0, 60, 60, 60"
    })
    void what_is_no_message_of_a_keyboard_is_refused(long at, int status, int data1, int data2) {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyMessage(at, status, data1, data2));
    }
}
