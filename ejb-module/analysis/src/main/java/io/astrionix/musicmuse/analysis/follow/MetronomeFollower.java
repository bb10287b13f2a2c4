package io.astrionix.musicmuse.analysis.follow;

import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Follows a player to a metronome. The music goes on by itself; where the player stops, starts again or leaves something
 * out, it goes on from there, in time with the same beats where the player is in time with them.
 */
final class MetronomeFollower implements Follower {

    /** So far off the beat, in beats, somebody who means the beat may be. */
    private static final double ON_THE_BEAT = 0.3;

    /** Of a music that sounds higher or lower no more than one note of so many fits by accident. */
    private static final int FEW = 4;

    /** No instrument is off by one, but a chromatic scale is, begun a note further on. */
    private static final int SEMITONE = 1;

    private static final int MEMORY = 2 * Reentry.NOTES;

    private final Onsets onsets;
    private final PlacedMusic placed;
    private final double beatSeconds;
    private final double rhythmSeconds;
    private final Reentry reentry;
    private final List<Struck> struck = new ArrayList<>();

    /** How much later than written the music goes, in seconds. */
    private double shift;

    private int lastFitting = -1;

    /** How many notes were heard, and how many of them fit. */
    private int heard;

    private int fitting;
    private Whereabouts whereabouts;

    MetronomeFollower(Onsets onsets, PlacedMusic placed, ScoringRules rules, double beatSeconds) {
        this.onsets = onsets;
        this.placed = placed;
        this.beatSeconds = beatSeconds;
        this.rhythmSeconds = rules.timingFadeMillis() / 1000;
        this.reentry = new Reentry(onsets, this::isRhythm);
        goOnFrom(0);
        whereabouts = onsets.beginning();
    }

    @Override
    public void hear(double seconds, double midi) {
        OptionalInt onset = at(seconds, midi);
        onset.ifPresent(at -> lastFitting = at);
        heard++;
        fitting += onset.isPresent() ? 1 : 0;
        var one = new Struck(seconds, midi, onset.isPresent());
        if (!struck.isEmpty() && seconds - latestStruck().seconds() < Onsets.CHORD_SECONDS) {
            if (!latestStruck().fits()) {
                struck.set(struck.size() - 1, one);
            }
        } else {
            struck.add(one);
        }
        if (struck.size() > MEMORY) {
            struck.remove(0);
        }
        OptionalInt elsewhere = reentry.find(struck, lastFitting + 1);
        if (elsewhere.isPresent() && !isTransposed()) {
            consider(elsewhere.getAsInt());
        }
    }

    /** The onset that a note of that time and pitch is. */
    private OptionalInt at(double seconds, double midi) {
        OptionalInt onset = at(seconds);
        return onset.isPresent() && onsets.has(onset.getAsInt(), midi) ? onset : OptionalInt.empty();
    }

    /** The onset in whose reach, which no other one shares, that time lies. */
    private OptionalInt at(double seconds) {
        double written = seconds - shift;
        int next = onsets.from(written);
        for (int onset = next - 1; onset <= next; onset++) {
            if (onset >= 0
                    && onset < onsets.count()
                    && Math.abs(written - onsets.seconds(onset)) <= onsets.reachSeconds(onset)) {
                return OptionalInt.of(onset);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Whether somebody plays the music of this place on an instrument that sounds higher or lower: then hardly a note ever fit,
     * and all the latest ones are the same number of semitones away.
     */
    private boolean isTransposed() {
        List<Struck> latest = struck.subList(struck.size() - Reentry.NOTES, struck.size());
        OptionalInt first = at(latest.get(0).seconds());
        OptionalInt last = at(latest.get(latest.size() - 1).seconds());
        return FEW * fitting <= heard
                && first.isPresent()
                && last.isPresent()
                && last.getAsInt() - first.getAsInt() == latest.size() - 1
                && Math.abs(onsets.transpositionOf(latest, first.getAsInt()).orElse(0)) > SEMITONE;
    }

    private boolean isRhythm(List<Struck> played, int firstOnset) {
        for (int i = 1; i < played.size(); i++) {
            double offset = offset(played.get(i), firstOnset + i) - offset(played.get(0), firstOnset);
            if (Math.abs(offset) > Math.min(rhythmSeconds, 2 * onsets.reachSeconds(firstOnset + i))) {
                return false;
            }
        }
        return true;
    }

    /** How much later than written it was played, in seconds. */
    private double offset(Struck played, int onset) {
        return played.seconds() - onsets.seconds(onset);
    }

    /** The latest notes were another place's: goes there, unless it is this one, played too early or too late. */
    private void consider(int onset) {
        int first = struck.size() - Reentry.NOTES;
        int at = onset;
        while (first > 0 && at > 0 && isOneBefore(first, at)) {
            first--;
            at--;
        }
        double played = 0;
        int count = struck.size() - first;
        for (int i = 0; i < count; i++) {
            played += offset(struck.get(first + i), at + i) / count;
        }
        double onBeat = Math.rint(played / beatSeconds) * beatSeconds;
        boolean isOnBeat = Math.abs(played - onBeat) <= ON_THE_BEAT * beatSeconds;
        boolean isElsewhere =
                isOnBeat ? Math.abs(onBeat - shift) > beatSeconds / 2 : Math.abs(played - shift) >= beatSeconds;
        if (isElsewhere) {
            goTo(at, struck.get(first).seconds(), isOnBeat ? onBeat : played);
            lastFitting = at + count - 1;
            struck.replaceAll(one -> new Struck(one.seconds(), one.midi(), true));
        }
    }

    private boolean isOneBefore(int first, int at) {
        Struck before = struck.get(first - 1);
        return !before.fits()
                && onsets.has(at - 1, before.midi())
                && Math.abs(offset(before, at - 1) - offset(struck.get(first), at)) <= rhythmSeconds;
    }

    private void goTo(int onset, double seconds, double newShift) {
        shift = newShift;
        placed.goTo(onsets.firstNote(onset), seconds);
        goOnFrom(onset);
        int note = onsets.firstNote(onset);
        whereabouts = new Whereabouts(
                note, onsets.seconds(onset) + shift, 1, whereabouts.latest().next(note, seconds));
    }

    private void goOnFrom(int onset) {
        placed.placeFrom(onsets.firstNote(onset), shift);
    }

    private Struck latestStruck() {
        return struck.get(struck.size() - 1);
    }

    @Override
    public Whereabouts whereabouts() {
        return whereabouts;
    }
}
