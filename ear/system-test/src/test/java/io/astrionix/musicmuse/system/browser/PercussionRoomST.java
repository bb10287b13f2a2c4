package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.practice.Performance;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A learner in a real browser, whose microphone hears a wood block. */
@SystemTest
class PercussionRoomST {

    private final RunningMusicMuse musicMuse;

    PercussionRoomST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void needsABrowser() {
        Chromium.required();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_rhythm_is_chosen_played_and_shown_without_pitches(int width) {
        var strokes = Performance.ofBeats(
                        Performance.WOOD_BLOCK, RoomPage.MUSIC_START_SECONDS, RoomPage.BEAT_SECONDS, new int[] {
                            75, 75, 75, 75, 75, 75, 75, 75
                        })
                .withLate(4, 150)
                .without(6);
        try (var chromium = Chromium.hearing(MicrophoneFile.of(strokes))) {
            var room = RoomPage.open(chromium.context(width), musicMuse, musicMuse.learner());
            assertThat(room.playOn("Drum or clapping"))
                    .contains("Exercise", "Instrument", "Tempo (BPM)")
                    .doesNotContain("Key", "Octave", "Concert pitch A4 (Hz)")
                    .anySatisfy(text -> assertThat(text).contains("only the rhythm counts"));
            var page = room.page();
            assertThat(page.locator(".room-tuner").isVisible()).isFalse();
            assertThat(page.textContent("[data-room=choice]")).doesNotContain("Key of");
            assertThat(page.textContent("[data-room=legend]")).contains("late").doesNotContain("sharp", "wrong");

            room.play();

            var expected = List.of("right", "right", "right", "right", "late", "right", "missed", "right");
            assertThat(room.marks()).isEqualTo(expected);
            assertThat(room.tableVerdicts()).isEqualTo(expected);
            assertThat(room.spokenMarks().get(4)).contains("Note 5: late by");
            assertThat(page.textContent("[data-room=details]")).doesNotContain("Cents", "Heard", "B4", "practice.js");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            assertThat(room.errors()).isEmpty();
        }
    }
}
