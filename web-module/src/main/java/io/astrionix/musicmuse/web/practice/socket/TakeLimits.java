package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import java.time.Duration;

/**
 * How long takes and sockets may be.
 *
 * @param tail how much longer than its music a take may be
 * @param longest the longest take there is
 * @param grace how long a take waits for its page
 * @param idle how long a socket may say nothing
 */
record TakeLimits(Duration tail, Duration longest, Duration grace, Duration idle, int socketsPerAccount) {

    private static final int SLOWEST = 3;

    static TakeLimits of(Settings settings) {
        return new TakeLimits(
                settings.duration(Setting.TAKE_TAIL),
                settings.duration(Setting.TAKE_LIMIT),
                settings.duration(Setting.TAKE_GRACE),
                settings.duration(Setting.SOCKET_IDLE),
                settings.count(Setting.SOCKETS_PER_ACCOUNT));
    }

    /**
     * Who stops and starts again, or plays slowly, may take {@value #SLOWEST} times as long as the music.
     *
     * @return how many samples a take may have at the most
     */
    long maxSamples(double musicStartSeconds, double musicSeconds, int sampleRate) {
        double music = musicStartSeconds + SLOWEST * musicSeconds;
        double allowed = Math.min(seconds(longest), music + seconds(tail));
        return (long) (allowed * sampleRate);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
