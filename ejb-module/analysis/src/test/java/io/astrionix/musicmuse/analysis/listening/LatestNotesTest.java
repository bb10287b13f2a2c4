package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatestNotesTest {

    private final LatestNotes notes = new LatestNotes(SoundSource.INSTRUMENT);

    @Test
    void notes_are_in_the_order_of_their_onsets_whenever_they_are_found() {
        notes.insert(note(0, 100, 60, 0.9));
        notes.insert(note(1, 300, 62, 0.9));
        notes.insert(note(2, 200, 64, 0.9));

        assertThat(notes.after(0)).extracting(HeardNote::id).containsExactly(0, 2, 1);
        assertThat(notes.after(1)).extracting(HeardNote::id).containsExactly(2, 1);
    }

    @Test
    void what_is_over_stays_as_it_is_and_costs_no_more() {
        SoundingNote first = note(0, 0, 60, 0.9);
        notes.insert(first);
        notes.insert(note(1, 200, 62, 0.9));
        first.end(10_000);

        notes.putAway(79);
        assertThat(notes.over()).isZero();

        notes.putAway(500);
        assertThat(notes.over()).isEqualTo(1);
        assertThat(notes.open()).extracting(SoundingNote::id).containsExactly(1);
        assertThat(notes.after(0)).extracting(HeardNote::id).containsExactly(0, 1);
        assertThat(notes.after(1)).extracting(HeardNote::id).containsExactly(1);
    }

    @Test
    void a_note_that_sounds_holds_back_those_after_it() {
        notes.insert(note(0, 0, 60, 0.9));
        SoundingNote second = note(1, 100, 62, 0.9);
        notes.insert(second);
        second.end(30_000);

        notes.putAway(5_000);

        assertThat(notes.over()).isZero();
    }

    @Test
    void a_note_that_sounds_for_long_does_not_hold_back_all_that_come() {
        notes.insert(note(0, 0, 60, 0.9));
        for (int id = 1; id <= 100; id++) {
            SoundingNote next = note(id, 100L * id, 60, 0.1);
            notes.insert(next);
            next.end((100L * id + 50) * PitchSpectrum.HOP);
            notes.putAway(100L * id);
        }

        assertThat(notes.open()).hasSizeLessThan(20);
        assertThat(notes.over()).isGreaterThan(80);
        assertThat(notes.after(0)).extracting(HeardNote::id).isSorted().hasSize(101);
    }

    @Test
    void the_same_pitch_may_go_on_where_another_ends() {
        SoundingNote same = note(0, 0, 60, 0.9);
        SoundingNote other = note(1, 10, 65, 0.9);
        SoundingNote begins = note(2, 100, 60.3, 0.9);
        List.of(same, other, begins).forEach(notes::insert);

        notes.endOthersBefore(begins);

        assertThat(same.isEnded()).isFalse();
        assertThat(other.isEnded()).isTrue();

        notes.endThoseBefore(begins);

        assertThat(same.endSample()).isEqualTo(begins.onsetSample());
        assertThat(begins.isEnded()).isFalse();
    }

    @Test
    void an_end_moves_with_the_note_that_made_it() {
        SoundingNote first = note(0, 0, 60, 0.9);
        SoundingNote none = note(1, 100, 62, 0.4);
        SoundingNote another = note(2, 105, 62, 0.9);
        notes.insert(first);
        notes.insert(none);
        notes.endThoseBefore(none);

        notes.moveEnds(none, another);

        assertThat(first.endSample()).isEqualTo(another.onsetSample());
    }

    @Test
    void a_note_that_is_placed_anew_keeps_its_name_and_the_order() {
        notes.insert(note(0, 100, 60, 0.9));
        SoundingNote second = note(1, 103, 62, 0.9);
        notes.insert(second);
        long before = notes.revision();

        notes.move(second, 98, 98 * PitchSpectrum.HOP, second.step());

        assertThat(notes.after(0)).extracting(HeardNote::id).containsExactly(1, 0);
        assertThat(notes.after(0).get(0).onsetSample()).isEqualTo(98 * PitchSpectrum.HOP);
        assertThat(notes.revision()).isGreaterThan(before);
    }

    @Test
    void a_note_is_raised_never_lowered_until_it_is_settled() {
        SoundingNote note = note(0, 100, 60, 0.3);

        note.raise(0.6);
        note.raise(0.4);
        assertThat(note.heard().evidence()).isEqualTo(0.6);
        assertThat(note.isSettled()).isFalse();

        note.settle(0.1);
        assertThat(note.heard().evidence()).isEqualTo(0.1);
        assertThat(note.isSettled()).isTrue();
    }

    private static SoundingNote note(int id, long frame, double midi, double evidence) {
        int step = (int) Math.round(PitchSpectrum.step(midi));
        return new SoundingNote(id, frame, frame * PitchSpectrum.HOP, step, evidence, SoundSource.INSTRUMENT);
    }
}
