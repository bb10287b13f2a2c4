package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A connection that breaks costs the player nothing. */
@SystemTest
class LostConnectionST {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningMusicMuse musicMuse;
    private final Visitor learner;
    private final short[] take =
            Takes.render(TakeSettings.violinScale().withWrong(1, -1).withLate(5, 130));

    LostConnectionST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
    }

    @Test
    void a_take_goes_on_where_the_connection_was_lost() {
        var log = new ServerLogWatch(musicMuse);
        try (var page = PracticeClient.connect(learner)) {
            var session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(take, 0, Frames.count(take) / 2, PracticeClient.CATCHING_UP);
            page.drop();
            try (var again = PracticeClient.connect(learner)) {
                int next = again.resume(session);
                assertThat(next).isPositive().isLessThanOrEqualTo(Frames.count(take) / 2);
                again.stream(take, next, Frames.count(take), PracticeClient.CATCHING_UP);
                var result = again.stop(take.length);

                assertThat(result.getString("session")).isEqualTo(session);
                assertThat(result.getJsonArray("verdicts"))
                        .isEqualTo(UndisturbedTake.result(learner, take).getJsonArray("verdicts"));
                assertThat(StoredTake.find(musicMuse, session)).isEqualTo(TakeResults.asStored(result));
            }
        }
        assertThat(log.trouble()).isEmpty();
    }

    @Test
    void a_second_socket_takes_over_and_the_first_is_closed_with_4409() {
        try (var first = PracticeClient.connect(learner);
                var second = PracticeClient.connect(learner)) {
            var session = first.start(TakeSettings.VIOLIN_SCALE).getString("session");
            first.stream(take, 0, 100, PracticeClient.CATCHING_UP);
            int next = second.resume(session);
            assertThat(first.awaitClose(PATIENCE)).contains(4409);
            second.stream(take, next, Frames.count(take), PracticeClient.CATCHING_UP);
            assertThat(second.stop(take.length).getJsonArray("verdicts"))
                    .isEqualTo(UndisturbedTake.result(learner, take).getJsonArray("verdicts"));
        }
    }

    @Test
    void a_result_that_was_lost_is_sent_again() {
        try (var page = PracticeClient.connect(learner)) {
            var session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(take, PracticeClient.CATCHING_UP);
            var result = page.stop(take.length);
            try (var again = PracticeClient.connect(learner)) {
                again.sendResume(session);
                assertThat(again.awaitResult()).isEqualTo(result);
                assertThat(again.awaitClose(PATIENCE)).contains(1000);
            }
        }
    }
}
