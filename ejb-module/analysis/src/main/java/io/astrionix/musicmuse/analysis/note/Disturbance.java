package io.astrionix.musicmuse.analysis.note;

/** Watches where the sound of a note stops repeating itself, which the beginning of another note makes it do. */
final class Disturbance {

    private static final double ROUGH = 0.018;
    private static final double ROUGHER_THAN_USUAL = 2.5;
    private static final int CALM_FRAMES = 4;
    private static final double JUMP_DB = 4;
    private static final int LOOK_BACK = 20;
    private static final double DIP_DB = 10;
    private static final double RISE_DB = 6;
    private static final long NONE = -1;

    private final History history;
    private long start = NONE;
    private int calm;

    Disturbance(History history) {
        this.history = history;
    }

    boolean isCalm(Frame frame, double usual) {
        return frame.isPitched() && frame.roughness() < Math.max(ROUGH, ROUGHER_THAN_USUAL * usual);
    }

    void clear() {
        start = NONE;
        calm = 0;
    }

    /** Takes in the latest frame. */
    void add(boolean isCalm) {
        if (!isCalm) {
            if (start == NONE) {
                start = history.latest();
            }
            calm = 0;
        } else {
            calm++;
        }
    }

    /** The first disturbed frame, or another one where there was no disturbance. */
    long start(long otherwise) {
        return start == NONE ? otherwise : Math.max(start, history.oldest() + 1);
    }

    /** The first disturbed frame; -1 while there was no disturbance, or while it is not over. */
    long over() {
        return start == NONE || calm < CALM_FRAMES ? NONE : start(start);
    }

    /** Whether a note of the same pitch began with that frame: 0 to 1. */
    double evidenceOfReattack(long began, double usual) {
        long latest = history.latest();
        double before = history.median(began - 6, began - 2, Frame::level);
        double loudest = history.highest(began - LOOK_BACK, began, Frame::level);
        double lowest = history.lowest(began - 2, latest, Frame::level);
        double after = history.lowest(latest - CALM_FRAMES + 1, latest, Frame::level);
        double rough = history.highest(began, latest, Frame::roughness);
        boolean jump = after - loudest >= JUMP_DB;
        boolean dip = before - lowest >= DIP_DB && after - lowest >= RISE_DB;
        if (jump || dip) {
            return HeardNote.CERTAIN;
        }
        double change = Math.max(after - before, Math.max(before - lowest, before - after));
        double roughness = Math.log(rough / Math.max(ROUGH, usual)) / Math.log(20);
        return Math.max(0, Math.min(0.99, 0.5 * roughness + 0.05 * change));
    }
}
