package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Many players at once, each with a socket of its own, all in real time. Their frames are spread evenly over the length of
 * a frame, as those of pages that know nothing of each other are.
 */
public final class Crowd implements AutoCloseable {

    private static final double FRAME_NANOS = 1e9 * Frames.SAMPLES / Takes.SAMPLE_RATE;
    private static final long HEAD_START_NANOS = 500_000_000;

    private final List<PracticeClient> pages = new ArrayList<>();
    private final short[] take = Takes.render(TakeSettings.violinScale());
    private int lateFrames;
    private double serverCores;

    /** Connects so many pages of one account and begins a take on each. */
    public Crowd(Visitor player, int players) {
        for (int i = 0; i < players; i++) {
            var page = PracticeClient.connect(player);
            pages.add(page);
            page.start(TakeSettings.VIOLIN_SCALE);
        }
    }

    /** Plays the takes to their ends; none may have lost a sample or a note. */
    public void play(RunningMusicMuse musicMuse) {
        List<CompletableFuture<WebSocket>> latestSends = new ArrayList<>();
        pages.forEach(page -> latestSends.add(CompletableFuture.completedFuture(null)));
        long begin = System.nanoTime() + HEAD_START_NANOS;
        PracticeClient.sleepUntil(begin);
        var cpu = ServerCpu.now(musicMuse);
        for (int sequence = 0; sequence < Frames.count(take); sequence++) {
            for (int i = 0; i < pages.size(); i++) {
                long due = begin + Math.round((sequence + (double) i / pages.size()) * FRAME_NANOS);
                PracticeClient.sleepUntil(due);
                latestSends.get(i).join();
                if (System.nanoTime() - due > FRAME_NANOS) {
                    lateFrames++;
                }
                latestSends.set(i, pages.get(i).sendFrame(take, sequence, due));
            }
        }
        PracticeClient.sleepUntil(begin + Math.round(Frames.count(take) * FRAME_NANOS));
        double seconds = (System.nanoTime() - begin) / 1e9;
        serverCores = ServerCpu.now(musicMuse).minus(cpu).toNanos() / 1e9 / seconds;
        pages.forEach(page -> page.sendStop(take.length));
        for (var page : pages) {
            var result = page.awaitResult();
            assertThat(result.getInt("durationMillis")).isEqualTo(take.length * 1000 / Takes.SAMPLE_RATE);
            assertThat(TakeResults.verdicts(result)).hasSize(8).containsOnly("right");
        }
    }

    /** From the last sample that a message depends on to having the message, in ms, for all messages to all pages. */
    public List<Double> feedbackMillis() {
        return pages.stream().flatMap(page -> page.feedbackMillis().stream()).toList();
    }

    /**
     * The share of the frames that were sent when the next one was due already, 0 to 1: what the machine, not the server,
     * was short of.
     */
    public double lateFrames() {
        return (double) lateFrames / (pages.size() * Frames.count(take));
    }

    /** How many cores the server's process used while it was listening. */
    public double serverCores() {
        return serverCores;
    }

    @Override
    public void close() {
        pages.forEach(PracticeClient::close);
    }
}
