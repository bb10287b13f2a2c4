package io.astrionix.musicmuse.analysis.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Follows a player who takes an own tempo. From note to note the tempo may change; where the player waits, the music waits.
 * A note is in time where it is on the line through the notes around it.
 */
final class OwnTempoFollower implements Follower {

    /** So many onsets may be missed or wrong in a row. */
    private static final int LOOK_AHEAD = 4;

    /** From one note to the next the tempo may change by this factor. */
    private static final double CHANGE = 2;

    /** As long as no tempo is known it may be slower or faster by these factors. */
    private static final double SLOWER = 4;

    private static final double FASTER = 2.5;

    /** So many notes in a row that fit nowhere: then what was known of the tempo is wrong. */
    private static final int LOST = 3;

    /** A note that costs more is another one. */
    private static final double MOST_PRICE = 1.7;

    /** Of this factor to the tempo of all four, within which each interval of a place lies where somebody plays it. */
    private static final double UNEVEN = 1.7;

    /** What it costs to have left out an onset, in octaves of tempo. */
    private static final double PRICE_OF_MISSING = 0.7;

    /** What it costs that another note was struck instead. */
    private static final double PRICE_OF_WRONG = 0.2;

    private static final int MEMORY = 2 * Reentry.NOTES;

    private final Onsets onsets;
    private final PlacedMusic placed;
    private final Reentry reentry;
    private final TempoLine line;
    private final List<Struck> struck = new ArrayList<>();

    /** How many notes were struck since the last one that fits. */
    private int struckSinceLast;

    private double waitedUntil = Double.NEGATIVE_INFINITY;
    private Whereabouts.Change latest = Whereabouts.Change.NEVER;

    OwnTempoFollower(Onsets onsets, PlacedMusic placed) {
        this.onsets = onsets;
        this.placed = placed;
        this.reentry = new Reentry(onsets, this::isRhythm);
        this.line = new TempoLine(onsets);
        line.placeFrom(0, placed, waitedUntil);
    }

    @Override
    public void hear(double seconds, double midi) {
        waitedUntil = Math.max(waitedUntil, seconds);
        if (!struck.isEmpty()
                && seconds - latestStruck().seconds() < Onsets.CHORD_SECONDS
                && latestStruck().fits()) {
            return;
        }
        OptionalInt onset = next(seconds, midi);
        var one = new Struck(seconds, midi, onset.isPresent());
        if (!struck.isEmpty() && seconds - latestStruck().seconds() < Onsets.CHORD_SECONDS) {
            struck.set(struck.size() - 1, one);
        } else {
            struck.add(one);
        }
        if (struck.size() > MEMORY) {
            struck.remove(0);
        }
        struckSinceLast = onset.isPresent() ? 0 : struckSinceLast + 1;
        onset.ifPresent(at -> line.add(at, seconds));
        if (line.isEmpty()) { // another octave, or an instrument that transposes: its player must be followed, to be
            // told so
            onsets.transpose(reentry.transposition(struck));
        }
        reentry.find(struck, line.lastOnset() + 1).ifPresent(this::goTo);
        line.placeLatest(placed, waitedUntil);
    }

    /** The onset that a note is where the player has gone on. */
    private OptionalInt next(double seconds, double midi) {
        int last = line.lastOnset();
        int best = -1;
        double least = MOST_PRICE;
        for (int onset = last + 1; onset < Math.min(onsets.count(), last + 1 + LOOK_AHEAD); onset++) {
            double price = priceOfMissing(onset - last - 1) + tempoChange(seconds, onset);
            if (onsets.has(onset, midi) && price < least) {
                best = onset;
                least = price;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private double priceOfMissing(int missing) {
        int wrong = Math.min(missing, struckSinceLast);
        return PRICE_OF_WRONG * wrong + PRICE_OF_MISSING * (missing - wrong);
    }

    /** By how many octaves the tempo would change; infinite where that is too many. */
    private double tempoChange(double seconds, int onset) {
        if (line.isEmpty()) {
            return 0;
        }
        double factor = line.stretchTo(onset, seconds) / line.stretch();
        boolean isTempoKnown = line.isTempoKnown() && struckSinceLast < LOST;
        if (factor >= 1 / (isTempoKnown ? CHANGE : FASTER) && factor <= (isTempoKnown ? CHANGE : SLOWER)) {
            return Math.abs(octaves(factor));
        }
        // The right next note much later: the player has waited.
        boolean isAfterRest = factor > 1 && onset == line.lastOnset() + 1;
        return isAfterRest ? octaves(CHANGE) : Double.POSITIVE_INFINITY;
    }

    private static double octaves(double factor) {
        return Math.log(factor) / Math.log(2);
    }

    private boolean isRhythm(List<Struck> played, int firstOnset) {
        int last = played.size() - 1;
        double all = (played.get(last).seconds() - played.get(0).seconds())
                / (onsets.seconds(firstOnset + last) - onsets.seconds(firstOnset));
        double change = all / line.stretch();
        if (change > SLOWER || change < 1 / SLOWER) {
            return false;
        }
        for (int i = 1; i <= last; i++) {
            double one = (played.get(i).seconds() - played.get(i - 1).seconds())
                    / (onsets.seconds(firstOnset + i) - onsets.seconds(firstOnset + i - 1));
            if (one / all > UNEVEN || all / one > UNEVEN) {
                return false;
            }
        }
        return true;
    }

    private void goTo(int onset) {
        int first = struck.size() - Reentry.NOTES;
        placed.goTo(onsets.firstNote(onset), struck.get(first).seconds());
        line.goTo(onset);
        for (int i = 0; i < Reentry.NOTES; i++) {
            line.add(onset + i, struck.get(first + i).seconds());
        }
        line.placeFrom(onset, placed, waitedUntil);
        struckSinceLast = 0;
        struck.replaceAll(one -> new Struck(one.seconds(), one.midi(), true));
        latest = latest.next(onsets.firstNote(onset), struck.get(first).seconds());
    }

    private Struck latestStruck() {
        return struck.get(struck.size() - 1);
    }

    @Override
    public int reached() {
        return line.isEmpty() ? -1 : onsets.firstNote(line.lastOnset() + 1) - 1;
    }

    @Override
    public double usualSpeed() {
        return line.usualSpeed();
    }

    @Override
    public void waitUntil(double seconds) {
        waitedUntil = Math.max(waitedUntil, seconds);
        line.placeLatest(placed, waitedUntil);
    }

    @Override
    public Whereabouts whereabouts() {
        if (line.isEmpty()) {
            return onsets.beginning();
        }
        int onset = line.lastOnset();
        return new Whereabouts(onsets.firstNote(onset), line.seconds(onset), 1 / line.stretch(), latest);
    }
}
