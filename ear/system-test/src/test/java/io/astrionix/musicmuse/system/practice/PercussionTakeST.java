package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Somebody strikes a wood block to the rhythm of a scale: only when counts. */
@SystemTest
class PercussionTakeST {

    private static final TakeSettings RHYTHM = new TakeSettings(
            "scale-major-one-octave", "percussion", "C", 100, "beginner", Takes.SAMPLE_RATE, Takes.SAMPLE_RATE);

    /** Its pitches are none of the scale's. */
    private static final Performance STROKES =
            Performance.ofBeats(Performance.WOOD_BLOCK, 1, 0.6, 75, 75, 70, 75, 75, 75, 75, 60);

    private final RunningMusicMuse musicMuse;
    private final Visitor learner;

    PercussionTakeST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
    }

    @Test
    void a_late_and_a_missing_stroke_are_told_and_no_pitch_anywhere() throws Exception {
        var take = Takes.render(STROKES.withLate(4, 150).without(6));
        try (var page = PracticeClient.connect(learner)) {
            page.start(RHYTHM);
            page.stream(take, PracticeClient.REAL_TIME);
            var result = page.stop(take.length);

            assertThat(TakeResults.verdicts(result))
                    .containsExactly("right", "right", "right", "right", "late", "right", "missed", "right");
            assertThat(result.getJsonArray("track")).isEmpty();
            assertThat(result).doesNotContainKeys("medianCents", "tuningCents", "transposedSemitones");
            assertThat(result.getJsonArray("verdicts").getValuesAs(JsonObject.class))
                    .allSatisfy(verdict -> assertThat(verdict).doesNotContainKeys("cents", "heardMidi"));
            assertThat(page.messages().stream().map(ReceivedMessage::json).filter(message -> message.getString("type")
                            .equals("pitch")))
                    .isNotEmpty()
                    .allSatisfy(message ->
                            assertThat(message).containsKey("level").doesNotContainKeys("hertz", "midi", "cents"));
            Figures.keep("percussion-feedback-p95", Figures.quantile(page.feedbackMillis(), 0.95), "ms", "<= 30");
            assertStored(result);
            assertPagesShow(result);
        }
    }

    private void assertStored(JsonObject result) throws Exception {
        var session = result.getString("session");
        assertThat(StoredTake.find(musicMuse, session)).isEqualTo(TakeResults.asStored(result));
        assertThat(musicMuse
                        .database()
                        .texts("select input_kind from musicmuse.practice_session where id = '" + session + "'"))
                .containsExactly("percussion");
        assertThat(musicMuse
                        .database()
                        .texts("select position from musicmuse.note_verdict where session_id = '" + session
                                + "' and (heard_midi is not null or cents is not null)"))
                .isEmpty();
        assertThat(musicMuse
                        .database()
                        .texts("select distinct midi from musicmuse.note_event where session_id = '" + session + "'"))
                .containsExactly("0");
    }

    private void assertPagesShow(JsonObject result) {
        var history = learner.get("practice/history.xhtml").body();
        assertThat(history)
                .contains("session.xhtml?id=" + result.getString("session"), "Drum or clapping")
                .doesNotContain("???");
        var session = learner.get("practice/session.xhtml?id=" + result.getString("session"))
                .body();
        assertThat(session)
                .contains("Drum or clapping, 100 BPM", "mm-verdict-late", "mm-verdict-missed")
                .doesNotContain("Cents", "B4", "mm-verdict-wrong", "???");
    }
}
