package io.astrionix.musicmuse.analysis.note;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The latest frames. Frames are named by their number, counted from 0 at the start of the take. */
final class History {

    private final Frame[] ring;
    private long count;

    History(int length) {
        ring = new Frame[length];
    }

    void add(Frame frame) {
        ring[(int) (count % ring.length)] = frame;
        count++;
    }

    /** The number of the latest frame; -1 before the first. */
    long latest() {
        return count - 1;
    }

    /** The number of the oldest frame that is still known. */
    long oldest() {
        return Math.max(0, count - ring.length);
    }

    /** The frame of that number, or the nearest one that is known. */
    Frame at(long number) {
        return ring[(int) (Math.max(oldest(), Math.min(latest(), number)) % ring.length)];
    }

    /** The smallest value in the frames from one number to another, both included. */
    double lowest(long from, long to, ToDoubleFunction<Frame> value) {
        double lowest = Double.POSITIVE_INFINITY;
        for (long i = Math.max(oldest(), from); i <= Math.min(latest(), to); i++) {
            lowest = Math.min(lowest, value.applyAsDouble(at(i)));
        }
        return lowest;
    }

    /** The largest value in the frames from one number to another, both included. */
    double highest(long from, long to, ToDoubleFunction<Frame> value) {
        return -lowest(from, to, frame -> -value.applyAsDouble(frame));
    }

    /** The median of the values in the frames from one number to another, both included. */
    double median(long from, long to, ToDoubleFunction<Frame> value) {
        long first = Math.max(oldest(), Math.min(from, latest()));
        double[] values = new double[(int) (Math.max(first, Math.min(latest(), to)) - first + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(at(first + i));
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
