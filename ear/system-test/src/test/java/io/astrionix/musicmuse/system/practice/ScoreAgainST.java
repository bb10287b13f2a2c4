package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A take that was judged by older rules can be judged by today's, where its page says so. */
@SystemTest
class ScoreAgainST {

    private static final String BUTTON = "again:score";
    private static final String SENTENCE = "There are new scoring rules since you played this.";

    private final RunningMusicMuse musicMuse;
    private final Visitor learner;

    ScoreAgainST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
    }

    @Test
    void the_button_is_there_for_older_rules_only_and_scores_again() throws SQLException {
        var session = play();
        var stored = StoredTake.find(musicMuse, session);
        var page = "practice/session.xhtml?id=" + session;
        assertThat(learner.get(page).body())
                .contains("Judged by the scoring rules 2027-01.")
                .doesNotContain(BUTTON, SENTENCE);

        update(session, "rules_version = '2026-11', score = 1");
        assertThat(learner.get(page).body())
                .contains(BUTTON, SENTENCE, "Judged by the scoring rules 2026-11.")
                .doesNotContain("???");
        assertThat(learner.submit(page, "again", BUTTON, Map.of()).statusCode()).isEqualTo(302);

        assertThat(learner.get(page + "&again=yes").body())
                .contains("scored again", "scoring rules 2027-01, and first by the rules 2026-11")
                .doesNotContain(BUTTON, SENTENCE, "???");
        assertThat(StoredTake.find(musicMuse, session)).isEqualTo(stored);
    }

    @Test
    void where_the_music_has_changed_the_page_says_so_and_the_score_stays() throws SQLException {
        var session = play();
        update(session, "rules_version = '2026-11', music_fingerprint = 'another'");
        var stored = StoredTake.find(musicMuse, session);
        var answer = learner.submit("practice/session.xhtml?id=" + session, "again", BUTTON, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("the exercise has other notes now", "mm-verdict-wrong");
        assertThat(StoredTake.find(musicMuse, session)).isEqualTo(stored);
    }

    private String play() {
        var take = Takes.render(TakeSettings.violinScale().withWrong(1, -1).withLate(5, 130));
        return UndisturbedTake.result(learner, take).getString("session");
    }

    private void update(String session, String change) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var update = connection.prepareStatement(
                        "update musicmuse.practice_session set " + change + " where id = ?")) {
            update.setObject(1, UUID.fromString(session));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
