package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.system.Visitor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays one take after the other in real time and keeps how soon its feedback came. */
public final class SteadyTakes implements Runnable {

    private final Visitor player;
    private final short[] take = Takes.render(TakeSettings.violinScale());
    private final List<Double> feedbackMillis = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    public SteadyTakes(Visitor player) {
        this.player = player;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var page = PracticeClient.connect(player)) {
                page.start(TakeSettings.VIOLIN_SCALE);
                page.stream(take, PracticeClient.REAL_TIME);
                page.stop(take.length);
                feedbackMillis.addAll(page.feedbackMillis());
            }
        }
    }

    /** After the take that is being played. */
    public void stop() {
        stopped = true;
    }

    /** From sending the frame that a message depends on to having the message, in ms. */
    public List<Double> feedbackMillis() {
        return List.copyOf(feedbackMillis);
    }
}
