package io.astrionix.musicmuse.web.practice.socket;

/**
 * How much one socket may send: sound at {@value #SPEED} times real time after {@value #HEAD_START_SECONDS} s ahead, so
 * that a page can catch up after a lost connection, and {@value #TEXTS_A_MINUTE} text messages a minute. A frame counts as 5 ms
 * at least, so that many tiny ones are no way around. Time in
 * nanoseconds of the monotonic clock. Not safe for more than one thread.
 */
final class SendLimit {

    private static final int SPEED = 8;
    private static final int HEAD_START_SECONDS = 5;
    private static final int LEAST_SAMPLES_A_FRAME = 240;
    private static final int TEXTS_A_MINUTE = 60;
    private static final double HIGHEST_RATE = 48_000;
    private static final double NANOS = 1e9;

    private final long openedNanos;
    private long samples;
    private long texts;

    SendLimit(long nowNanos) {
        this.openedNanos = nowNanos;
    }

    /** @return whether a frame of so many samples is within the limit */
    boolean allowsSamples(int count, long nowNanos) {
        samples += Math.max(count, LEAST_SAMPLES_A_FRAME);
        return samples / HIGHEST_RATE <= HEAD_START_SECONDS + SPEED * seconds(nowNanos);
    }

    /** @return whether one more text message is within the limit */
    boolean allowsText(long nowNanos) {
        texts++;
        return texts <= TEXTS_A_MINUTE * (1 + seconds(nowNanos) / 60);
    }

    private double seconds(long nowNanos) {
        return (nowNanos - openedNanos) / NANOS;
    }
}
