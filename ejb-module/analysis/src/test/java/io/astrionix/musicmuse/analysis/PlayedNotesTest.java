package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.listening.HeardNote;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayedNotesTest {

    private static final int RATE = 48_000;
    private static final double CERTAIN = 0.999;
    private static final double LIKELY = 0.8;
    private static final double DOUBTFUL = 0.1;

    /** At 0.5 s and 1.1 s. */
    private static final List<ExpectedNote> MUSIC = Performance.music(100, 1, 60, 62);

    private final PlayedNotes playedNotes =
            new PlayedNotes(new TakeTerms(MUSIC, Take.BEGINNER, 0), RATE, TakeSound.USUAL);

    @Test
    void a_doubtful_note_counts_only_where_the_music_has_one_of_its_pitch() {
        assertThat(ids(note(0, 0.51, 0.9, 60, DOUBTFUL), note(1, 1.1, 1.5, 65, DOUBTFUL)))
                .containsExactly(0);
    }

    @Test
    void a_doubtful_note_may_be_meant_as_either_of_two() {
        List<ExpectedNote> repeated = Performance.music(240, 1, 60, 60);
        List<HeardNote> heard = List.of(note(0, 0.52, 0.6, 60, LIKELY), note(1, 0.68, 0.7, 60, DOUBTFUL));

        assertThat(playedNotes.of(heard, repeated)).extracting(PlayedNote::id).containsExactly(0, 1);
        assertThat(playedNotes.of(heard, repeated))
                .extracting(PlayedNote::confidence)
                .containsExactly(LIKELY, DOUBTFUL);
    }

    @Test
    void a_certain_note_counts_whatever_the_music_says() {
        assertThat(ids(note(0, 0.5, 0.7, 60, CERTAIN), note(1, 0.8, 1.0, 65, CERTAIN)))
                .containsExactly(0, 1);
    }

    @Test
    void a_likely_note_may_be_wrong_but_is_never_extra() {
        assertThat(ids(note(0, 0.5, 0.7, 60, CERTAIN), note(1, 0.8, 1.0, 65, LIKELY), note(2, 1.1, 1.5, 61, LIKELY)))
                .containsExactly(0, 2);
    }

    @Test
    void the_same_pitch_again_without_a_gap_goes_on() {
        List<PlayedNote> played = played(
                note(0, 0.5, 0.8, 60, CERTAIN), note(1, 0.8, 1.0, 60.4, CERTAIN), note(2, 1.1, 1.5, 62, CERTAIN));

        assertThat(played).extracting(PlayedNote::id).containsExactly(0, 2);
        assertThat(played.get(0).durationSeconds()).isCloseTo(0.5, within(1e-9));
        assertThat(played.get(0).midi()).isCloseTo(60.16, within(1e-9));
    }

    @Test
    void the_same_pitch_again_after_a_gap_is_extra() {
        assertThat(ids(note(0, 0.5, 0.7, 60, CERTAIN), note(1, 0.8, 1.0, 60, CERTAIN)))
                .containsExactly(0, 1);
    }

    @Test
    void a_click_of_the_metronome_is_no_note_where_the_music_has_none() {
        List<ClickTrack.Click> clicks = List.of(
                new ClickTrack.Click(0.5, 1047), new ClickTrack.Click(1.1, 1047), new ClickTrack.Click(1.7, 1047));
        List<ExpectedNote> music = Performance.music(100, 1, 84, 62);
        List<HeardNote> heard =
                List.of(note(0, 0.5, 0.7, 84, CERTAIN), note(1, 1.1, 1.3, 84, CERTAIN), note(2, 1.7, 1.9, 84, CERTAIN));

        assertThat(with(new ClickTrack(clicks, 0)).of(heard, music))
                .extracting(PlayedNote::id)
                .containsExactly(0);
        assertThat(with(ClickTrack.NONE).of(heard, music))
                .extracting(PlayedNote::id)
                .containsExactly(0, 1, 2);
    }

    private static PlayedNotes with(ClickTrack clicks) {
        return new PlayedNotes(
                new TakeTerms(MUSIC, Take.BEGINNER, 0),
                RATE,
                TakeSound.of(InputKind.TUNED, ConcertPitch.STANDARD, clicks));
    }

    @Test
    void of_two_notes_at_the_same_moment_the_one_the_music_has_counts() {
        assertThat(ids(note(0, 0.5, 0.9, 59, CERTAIN), note(1, 0.53, 0.9, 60, 0.49)))
                .containsExactly(1);
    }

    @Test
    void a_trace_of_the_right_pitch_does_not_hide_a_wrong_note() {
        assertThat(ids(note(0, 0.5, 0.9, 59, CERTAIN), note(1, 0.53, 0.9, 60, DOUBTFUL)))
                .containsExactly(0);
    }

    @Test
    void a_trace_of_a_note_that_came_too_late_is_not_taken_for_it() {
        assertThat(ids(note(0, 0.68, 0.75, 60, DOUBTFUL), note(1, 0.75, 1.0, 60, CERTAIN)))
                .containsExactly(1);
    }

    @Test
    void where_a_note_begins_the_one_before_ends() {
        List<PlayedNote> played = played(note(0, 0.5, 1.4, 60, CERTAIN), note(1, 1.1, 1.5, 62, CERTAIN));

        assertThat(played.get(0).durationSeconds()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void what_was_tried_out_before_the_music_is_left_out_and_the_latency_taken_off() {
        List<ExpectedNote> later = Performance.later(1, MUSIC);
        PlayedNotes late = new PlayedNotes(new TakeTerms(later, Take.BEGINNER, 0.1), RATE, TakeSound.USUAL);

        List<PlayedNote> played =
                late.of(List.of(note(0, 0.99, 1.2, 60, CERTAIN), note(1, 1.6, 2, 60, CERTAIN)), later);

        assertThat(played).singleElement().satisfies(note -> {
            assertThat(note.id()).isEqualTo(1);
            assertThat(note.onsetSeconds()).isCloseTo(1.5, within(1e-9));
        });
    }

    @Test
    void who_takes_an_own_tempo_is_followed_by_doubtful_notes_too() {
        List<HeardNote> heard = List.of(
                note(0, 0.5, 0.9, 60, 0.09),
                note(1, 0.7, 0.9, 60, DOUBTFUL),
                note(2, 1.1, 1.5, 62, 0.5),
                note(3, 1.4, 1.8, 62, DOUBTFUL)); // 62 sounds already
        PlayedNotes ownTempo =
                new PlayedNotes(new TakeTerms(MUSIC, Take.BEGINNER, new Pace.Own(), 0), RATE, TakeSound.USUAL);

        assertThat(ownTempo.followed(heard)).extracting(PlayedNote::id).containsExactly(1, 2);
        assertThat(playedNotes.followed(heard)).extracting(PlayedNote::id).containsExactly(2);
    }

    private List<Integer> ids(HeardNote... heard) {
        return played(heard).stream().map(PlayedNote::id).toList();
    }

    private List<PlayedNote> played(HeardNote... heard) {
        return playedNotes.of(List.of(heard), MUSIC);
    }

    private static HeardNote note(int id, double from, double to, double midi, double evidence) {
        return new HeardNote(id, Math.round(from * RATE), Math.round(to * RATE), midi, evidence);
    }
}
