package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.time.Duration;

/** How much processor time the server has used. */
final class ServerCpu {

    private ServerCpu() {}

    /** Since the server's start, all threads together. */
    static Duration now(RunningMusicMuse musicMuse) {
        return musicMuse.serverProcess().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
