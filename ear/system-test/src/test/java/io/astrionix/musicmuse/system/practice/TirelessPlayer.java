package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.system.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Plays take after take until it is told to stop, and as a page would comes back to a take whose socket broke. */
final class TirelessPlayer implements Runnable {

    private static final long PAUSE_NANOS = 200_000_000;

    private final Visitor player;
    private final short[] take;
    private final List<String> confirmed = new CopyOnWriteArrayList<>();
    private Optional<String> unfinished = Optional.empty();
    private volatile boolean tired;

    TirelessPlayer(Visitor player, short[] take) {
        this.player = player;
        this.take = take;
    }

    @Override
    public void run() {
        while (!tired) {
            try (var page = PracticeClient.connect(player)) {
                if (unfinished.isPresent()) {
                    goOn(page, unfinished.get());
                } else {
                    begin(page);
                }
            } catch (AssertionError | CompletionException refused) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void begin(PracticeClient page) {
        var session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
        unfinished = Optional.of(session);
        page.stream(take, PracticeClient.CATCHING_UP);
        page.stop(take.length);
        confirm(session);
    }

    /** A take that the server no longer has is begun anew: its page would be told so. */
    private void goOn(PracticeClient page, String session) {
        unfinished = Optional.empty();
        int next = page.resume(session);
        unfinished = Optional.of(session);
        page.stream(take, next, Frames.count(take), PracticeClient.CATCHING_UP);
        page.stop(take.length);
        confirm(session);
    }

    private void confirm(String session) {
        confirmed.add(session);
        unfinished = Optional.empty();
    }

    /** Sessions whose result the server has sent. */
    List<String> confirmed() {
        return List.copyOf(confirmed);
    }

    void stop() {
        tired = true;
    }
}
