package io.astrionix.musicmuse.analysis.follow;

import java.util.ArrayList;
import java.util.List;

/**
 * The tempo that a player takes: which onset of the music was played when, and the straight line through those around a
 * moment (weighted least squares), on which a note is in time. After a rest a new line begins.
 */
final class TempoLine {

    /** So many onsets on either side of a moment tell how the tempo is there. */
    private static final int AROUND = 3;

    /** So many onsets beyond the last one are placed. */
    private static final int AHEAD = 16;

    /** An onset that was played later than this factor of the tempo was waited for. */
    private static final double REST = 2;

    /** So many seconds of music say as much about the tempo as what was known of it. */
    private static final double TEMPO_SECONDS = 1;

    private static final double SLOWEST = 8;

    private record Link(int onset, double seconds, int line) {}

    private final Onsets onsets;
    private final List<Link> links = new ArrayList<>();
    private int lines;

    /** The first link since the player last went to another place. */
    private int firstLink;

    /** The onset with which the player began there. */
    private int firstOnset;

    /** Seconds of the take for a second of the music. */
    private double stretch = 1;

    private boolean tempoKnown;

    TempoLine(Onsets onsets) {
        this.onsets = onsets;
    }

    boolean isEmpty() {
        return links.isEmpty();
    }

    /** Whether two notes of this line told the tempo. */
    boolean isTempoKnown() {
        return tempoKnown;
    }

    /** The last onset that was played; -1 before the first. */
    int lastOnset() {
        return isEmpty() ? -1 : latest().onset();
    }

    /** Seconds of the take for a second of the music, now. */
    double stretch() {
        return stretch;
    }

    /** The same, from the last onset to another one played at that time. */
    double stretchTo(int onset, double seconds) {
        return (seconds - latest().seconds()) / (onsets.seconds(onset) - onsets.seconds(latest().onset()));
    }

    /** Seconds of the music for a second of the take, all in all; 1 where nothing tells. */
    double usualSpeed() {
        double music = 0;
        double take = 0;
        for (int i = 1; i < links.size(); i++) {
            Link before = links.get(i - 1);
            Link link = links.get(i);
            if (link.line() == before.line()) {
                music += onsets.seconds(link.onset()) - onsets.seconds(before.onset());
                take += link.seconds() - before.seconds();
            }
        }
        return take > 0 ? music / take : 1;
    }

    /** The player goes to another place: there a new line begins. */
    void goTo(int onset) {
        firstOnset = onset;
        firstLink = links.size();
        rest();
    }

    private void rest() {
        lines++;
        tempoKnown = false;
    }

    /** An onset was played, later than the last one. */
    void add(int onset, double seconds) {
        boolean goesOn = !isEmpty() && latest().line() == lines;
        if (goesOn && tempoKnown && stretchTo(onset, seconds) > REST * stretch) {
            rest();
        } else if (goesOn) {
            learn(onset, seconds);
        }
        links.add(new Link(onset, seconds, lines));
    }

    private void learn(int onset, double seconds) {
        double observed = Math.min(SLOWEST, Math.max(1 / SLOWEST, stretchTo(onset, seconds)));
        double music = onsets.seconds(onset) - onsets.seconds(latest().onset());
        double weight = tempoKnown ? music / (music + TEMPO_SECONDS) : 1;
        stretch = Math.exp((1 - weight) * Math.log(stretch) + weight * Math.log(observed));
        tempoKnown = true;
    }

    private Link latest() {
        return links.get(links.size() - 1);
    }

    /** Places the onsets around the latest links, and those that come next. */
    void placeLatest(PlacedMusic placed, double waitedUntil) {
        int oldest = Math.max(firstLink, links.size() - 2 * AROUND);
        placeFrom(oldest == firstLink ? firstOnset : links.get(oldest).onset(), placed, waitedUntil);
    }

    /**
     * Places the onsets from one on, as far as can be foreseen.
     *
     * @param waitedUntil the next one is not before that time, in seconds after sample 0
     */
    void placeFrom(int onset, PlacedMusic placed, double waitedUntil) {
        int next = lastOnset() + 1;
        double late = next < onsets.count() ? Math.max(0, waitedUntil - seconds(next)) : 0;
        for (int at = onset; at < Math.min(onsets.count(), next + AHEAD); at++) {
            double seconds = seconds(at) + (at >= next ? late : 0);
            for (int note = onsets.firstNote(at); note < onsets.firstNote(at + 1); note++) {
                placed.place(note, seconds);
            }
        }
    }

    /**
     * When an onset is in time, in seconds after sample 0 of the take: by those around it, the nearer the more, and not by
     * itself.
     */
    double seconds(int onset) {
        if (isEmpty()) {
            return onsets.seconds(onset);
        }
        int nearest = nearestLink(onset);
        double weights = 0;
        double music = 0;
        double take = 0;
        for (int i = first(nearest); i <= last(nearest); i++) {
            double weight = weight(i, nearest, onset);
            weights += weight;
            music += weight * onsets.seconds(links.get(i).onset());
            take += weight * links.get(i).seconds();
        }
        if (weights == 0) {
            return links.get(nearest).seconds();
        }
        music /= weights;
        take /= weights;
        return take + slope(nearest, onset, music, take) * (onsets.seconds(onset) - music);
    }

    private double slope(int nearest, int onset, double music, double take) {
        double both = 0;
        double square = 0;
        for (int i = first(nearest); i <= last(nearest); i++) {
            double weight = weight(i, nearest, onset);
            double x = onsets.seconds(links.get(i).onset()) - music;
            both += weight * x * (links.get(i).seconds() - take);
            square += weight * x * x;
        }
        return square == 0 ? stretch : Math.max(1 / SLOWEST, both / square);
    }

    private double weight(int link, int nearest, int onset) {
        boolean counts = links.get(link).line() == links.get(nearest).line()
                && links.get(link).onset() != onset;
        return counts ? AROUND + 1 - Math.abs(link - nearest) : 0;
    }

    private static int first(int nearest) {
        return Math.max(0, nearest - AROUND);
    }

    private int last(int nearest) {
        return Math.min(links.size() - 1, nearest + AROUND);
    }

    /** The link of an onset, else the last one before it, else the first. */
    private int nearestLink(int onset) {
        int at = links.size() - 1;
        while (at > firstLink && links.get(at).onset() > onset) {
            at--;
        }
        return at;
    }
}
