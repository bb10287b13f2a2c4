package io.astrionix.musicmuse.analysis.note;

/** Finds when the sound of a new note began, looking back over the latest frames. */
final class OnsetFinder {

    /** The note is heard from where it is this far below its loudest, in dB. */
    private static final double AUDIBLE_DB = 20;

    /** And at least so far up from the noise of the room to its loudest. */
    private static final double ABOVE_NOISE_SHARE = 0.4;

    /** A dip this deep, in dB, is a silence between two notes. */
    private static final double SILENCE_DB = 10;

    private static final double FADING_DB_PER_FRAME = 0.5;
    private static final int FADING_FRAMES = 5;
    private static final int FALL_FRAMES = 22;
    private static final double STEP_DB = 3.5;
    private static final double DIP_DB = 3;
    private static final int STEADY_FRAMES = 4;
    private static final double STEADY_DB = 1;

    private final History history;

    OnsetFinder(History history) {
        this.history = history;
    }

    /** Whether the level is that many dB above its lowest since that frame. */
    boolean hasRisen(long since, double decibel) {
        double now = history.at(history.latest()).level();
        boolean fromTheStart = since <= 0;
        return fromTheStart || now - history.lowest(since, history.latest(), Frame::level) >= decibel;
    }

    /** Whether the level falls as it does when nobody plays any more. */
    boolean isFading() {
        double now = history.at(history.latest()).level();
        return history.at(history.latest() - FADING_FRAMES).level() - now > FADING_DB_PER_FRAME * FADING_FRAMES;
    }

    double peakSince(long sample, int hop) {
        long from = history.latest() - (history.at(history.latest()).endSample() - sample) / hop;
        return history.highest(from, history.latest(), Frame::fineLevel);
    }

    /** The sample where the sound that goes on now became audible, later than that frame. */
    long after(long frame) {
        long quietest = Math.max(frame + 1, history.oldest());
        for (long i = quietest; i <= history.latest(); i++) {
            if (history.at(i).fineLevel() <= history.at(quietest).fineLevel()) {
                quietest = i;
            }
        }
        return audibleSince(quietest);
    }

    /** The frame where the level began to fall, to where it now stays or has begun to rise; -1 if it did not. */
    long fall() {
        long latest = history.latest();
        long from = latest - FALL_FRAMES;
        double now = history.at(latest).level();
        double before = history.highest(from, latest, Frame::level);
        boolean stays =
                before - now >= STEP_DB && history.at(latest - STEADY_FRAMES).level() - now < STEADY_DB;
        double lowest = history.lowest(from, latest, Frame::level);
        boolean rises = before - lowest >= DIP_DB && now - lowest >= STEADY_DB;
        if (!stays && !rises) {
            return -1;
        }
        long edge = latest;
        while (edge > from && history.at(edge).level() > lowest) {
            edge--;
        }
        while (edge > from && history.at(edge).level() < before - STEADY_DB) {
            edge--;
        }
        return edge > from ? edge : -1;
    }

    private long audibleSince(long from) {
        long latest = history.latest();
        double peak = history.highest(latest - 8, latest, Frame::fineLevel);
        double quietest = history.lowest(from, latest, Frame::fineLevel);
        double audible = Math.max(peak - AUDIBLE_DB, quietest + ABOVE_NOISE_SHARE * (peak - quietest));
        long first = latest;
        for (long i = latest; i >= from; i--) {
            if (history.at(i).fineLevel() >= audible) {
                first = i;
            } else if (history.at(i - 1).fineLevel() < audible) {
                break;
            }
        }
        return middleOfNewSound(first);
    }

    private long middleOfNewSound(long frame) {
        Frame first = history.at(frame);
        return Math.max(
                0,
                first.endSample() - (first.endSample() - history.at(frame - 1).endSample()) / 2);
    }

    /**
     * The sample where a note began whose beginning disturbed the sound of the note before.
     *
     * @param start the first disturbed frame
     */
    long afterDisturbance(long start) {
        double before = history.median(start - 5, start - 2, Frame::fineLevel);
        long lowest = start;
        for (long i = start; i <= history.latest(); i++) {
            if (history.at(i).fineLevel() < history.at(lowest).fineLevel()) {
                lowest = i;
            }
        }
        if (before - history.at(lowest).fineLevel() >= SILENCE_DB) {
            return audibleSince(lowest);
        }
        return middleOfNewSound(start);
    }
}
