package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Takes of players who start again, or take their own tempo. */
@SystemTest
class FollowedTakeST {

    private static final TakeSettings SCALE = TakeSettings.VIOLIN_SCALE;
    private static final double BEAT = 0.6;
    private static final List<String> ALL_RIGHT = Collections.nCopies(8, "right");

    private final RunningMusicMuse musicMuse;
    private final Visitor learner;

    FollowedTakeST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
    }

    @Test
    void who_starts_again_hears_where_and_is_judged_by_the_last_time() throws Exception {
        // The fourth note is wrong; the player stops and begins once more with the third, in time with the beat.
        int[] played = {60, 62, 64, 66, Performance.REST, Performance.REST, 64, 65, 67, 69, 71, 72};
        var performance = Performance.ofBeats(Performance.VIOLIN, 1, BEAT, played);
        try (var page = PracticeClient.connect(learner)) {
            var result = page.playOnKeys(SCALE, performance);

            assertThat(TakeResults.verdicts(result)).isEqualTo(ALL_RIGHT);
            assertThat(result.getInt("changes")).isEqualTo(1);
            assertThat(result.getInt("notesPlayed")).isEqualTo(8);
            assertThat(places(page)).hasSize(1);
            var place = places(page).get(0);
            assertThat(place.getInt("note")).isEqualTo(2);
            assertThat(place.getInt("again")).isEqualTo(2);
            assertThat(place.getInt("at")).isEqualTo(sample(1 + 6 * BEAT));
            assertThat(StoredTake.find(musicMuse, result.getString("session"))).isEqualTo(TakeResults.asStored(result));
            assertThat(stored("pace", result)).containsExactly("metronome");
        }
    }

    @Test
    void in_an_own_tempo_the_music_waits_and_the_speed_is_told() throws Exception {
        var slow = Performance.ofBeats(Performance.VIOLIN, 4, 2 * BEAT, 60, 62, 64, 65, 67, 69, 71, 72);
        try (var page = PracticeClient.connect(learner)) {
            page.startOnKeysInOwnTempo(SCALE);
            var frames = KeyFrames.of(slow);
            page.stream(frames::get, 0, frames.size(), PracticeClient.CATCHING_UP);
            var result = page.stop(KeyFrames.length(slow));

            assertThat(TakeResults.verdicts(result)).isEqualTo(ALL_RIGHT);
            assertThat(result.getInt("changes")).isZero();
            assertThat(result.getJsonNumber("speed").doubleValue()).isBetween(0.499, 0.501);
            assertThat(places(page).stream().map(place -> place.getInt("note")))
                    .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
            assertThat(places(page)).noneMatch(place -> place.containsKey("again"));
            assertThat(stored("pace", result)).containsExactly("own");
            assertThat(learner.get("/practice/session.xhtml?id=" + result.getString("session"))
                            .body())
                    .contains("own tempo")
                    .doesNotContain("100 BPM");
        }
    }

    /** Of the voices of a violin by ear: the sound is rendered and played as a microphone would hear it. */
    @Test
    void a_violinist_who_leaves_out_two_notes_has_missed_two() {
        var performance = Performance.ofBeats(Performance.VIOLIN, 1, BEAT, 60, 62, 67, 69, 71, 72);
        try (var page = PracticeClient.connect(learner)) {
            page.start(SCALE);
            var sound = Takes.render(performance);
            page.stream(sound, PracticeClient.CATCHING_UP);
            var result = page.stop(sound.length);

            assertThat(TakeResults.verdicts(result))
                    .containsExactly("right", "right", "missed", "missed", "right", "right", "right", "right");
            assertThat(result.getInt("changes")).isEqualTo(1);
        }
    }

    private static long sample(double seconds) {
        return Math.round(seconds * Takes.SAMPLE_RATE);
    }

    private static List<JsonObject> places(PracticeClient page) {
        return page.messages().stream()
                .map(ReceivedMessage::json)
                .filter(message -> message.getString("type").equals("place"))
                .toList();
    }

    private List<String> stored(String column, JsonObject result) throws Exception {
        return musicMuse
                .database()
                .texts("select " + column + " from musicmuse.practice_session where id = '"
                        + result.getString("session") + "'");
    }
}
