package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A page that reads nothing is its own problem. How much later others hear is measured and not asserted: it hangs on what
 * else the machine does.
 */
@SystemTest
class SlowClientST {

    private final Visitor learner;
    private final Visitor trainer;
    private final short[] take = Takes.render(TakeSettings.violinScale());

    SlowClientST(RunningMusicMuse musicMuse) {
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        this.trainer = Visitor.signedIn(musicMuse, musicMuse.trainer());
    }

    @Test
    @Tag("ASVS-15.2.2")
    void a_page_that_does_not_read_spoils_neither_anothers_take_nor_its_own() {
        double besideReading;
        try (var reading = PracticeClient.connect(trainer)) {
            besideReading = feedbackP95Beside(reading);
        }
        try (var slow = PracticeClient.connectWithoutReading(trainer)) {
            double besideSlow = feedbackP95Beside(slow);
            Figures.keep("slow-client-p95-beside-it", besideSlow, "ms", "-");
            Figures.keep("slow-client-ratio", besideSlow / besideReading, "of p95 beside a page that reads", "about 1");

            slow.beginToRead();
            assertThat(TakeResults.verdicts(slow.stop(take.length))).containsOnly("right");
        }
    }

    private double feedbackP95Beside(PracticeClient other) {
        other.send(TakeSettings.VIOLIN_SCALE.start());
        var streaming =
                CompletableFuture.runAsync(() -> other.stream(take, 0, Frames.count(take), PracticeClient.REAL_TIME));
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.stream(take, PracticeClient.REAL_TIME);
            assertThat(TakeResults.verdicts(page.stop(take.length))).containsOnly("right");
            return Figures.quantile(page.feedbackMillis(), 0.95);
        } finally {
            streaming.join();
        }
    }
}
