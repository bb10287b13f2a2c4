package io.astrionix.musicmuse.analysis.follow;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.util.Comparator;
import java.util.List;

/**
 * Says when each note of the music was, or is, to be played by somebody who may stop, start again, leave something out or
 * take an own tempo. Where something is played again, the last time counts; what is left out is missed. Where only the rhythm
 * counts, nobody can be found at another place.
 *
 * <p>Keeps state: one instance per take, used by one thread at a time. The same notes give the same places.
 */
public final class ScoreFollower {

    private final ScoringRules rules;
    private final Pace pace;
    private final PlacedMusic placed;
    private final Follower follower;
    private double heardUntil = Double.NEGATIVE_INFINITY;

    /**
     * @param music the notes of the music, in ascending order of start; their times count from sample 0 of the take
     * @param rules the rules of the take
     * @param pace who says how fast it goes
     */
    public ScoreFollower(List<ExpectedNote> music, ScoringRules rules, Pace pace) {
        this.rules = rules;
        this.pace = pace;
        this.placed = new PlacedMusic(music);
        var onsets = new Onsets(music, rules);
        if (pace instanceof Pace.Metronome metronome) {
            this.follower = new MetronomeFollower(onsets, placed, rules, metronome.beatSeconds());
        } else if (pace instanceof Pace.Own) {
            this.follower = new OwnTempoFollower(onsets, placed);
        } else {
            this.follower = new FixedFollower(onsets, placed);
        }
    }

    /**
     * Judges a take that is over.
     *
     * @param music the notes of the music, in any order; their times count from sample 0 of the take
     * @param played the notes that were played, in any order
     */
    public static TakeScore score(List<ExpectedNote> music, List<PlayedNote> played, ScoringRules rules, Pace pace) {
        ScoreFollower follower = new ScoreFollower(
                music.stream()
                        .sorted(Comparator.comparingDouble(ExpectedNote::startSeconds)
                                .thenComparingInt(ExpectedNote::index))
                        .toList(),
                rules,
                pace);
        follower.hear(played);
        return follower.score(played);
    }

    /** Judges a take that is over, all of whose notes were taken in. */
    public TakeScore score(List<PlayedNote> played) {
        return Scorer.score(music(), leftOut(), counting(played), rules);
    }

    /** Takes in the notes that were played next, in any order. */
    public void hear(List<PlayedNote> played) {
        played.stream()
                .sorted(Comparator.comparingDouble(PlayedNote::onsetSeconds).thenComparingInt(PlayedNote::id))
                .forEach(this::hear);
    }

    private void hear(PlayedNote note) {
        heardUntil = Math.max(heardUntil, note.onsetSeconds());
        follower.hear(heardUntil, note.midi());
    }

    /** Nothing more was played until then, in seconds after sample 0 of the take. */
    public void waitUntil(double seconds) {
        heardUntil = Math.max(heardUntil, seconds);
        follower.waitUntil(heardUntil);
    }

    /**
     * The music as it is to be played, in ascending order of start: the times count from sample 0 of the take. What the
     * player left out is not there; of what lies far ahead in an own tempo, only the beginning is.
     */
    public List<ExpectedNote> music() {
        return placed.notes();
    }

    /** The notes that were left out, or never reached, in the order of the music. */
    public List<ExpectedNote> leftOut() {
        return placed.leftOut();
    }

    /** The notes that were left out before the player's place, in the order of the music. */
    public List<ExpectedNote> leftOutSoFar() {
        return placed.leftOutBefore(whereabouts().noteIndex());
    }

    /**
     * The notes of those played that count: what was played again later does not, nor, where it is the player who begins, what
     * was before that.
     */
    public List<PlayedNote> counting(List<PlayedNote> played) {
        if (!placed.isAnythingTakenBack() && !(pace instanceof Pace.Own)) {
            return played; // as nearly always, at each judgement of a take that goes on
        }
        double from = beginsSeconds();
        return played.stream()
                .filter(note -> note.onsetSeconds() >= from && !placed.isTakenBack(note.onsetSeconds()))
                .toList();
    }

    private double beginsSeconds() {
        return pace instanceof Pace.Own && !placed.notes().isEmpty()
                ? placed.notes().get(0).startSeconds() - rules.farthestMatchMillis() / 1000
                : Double.NEGATIVE_INFINITY;
    }

    /**
     * Whether it is known when a note was to be played. In an own tempo only what comes after it tells when the music was to
     * go on.
     */
    public boolean isReached(int noteIndex) {
        return noteIndex <= follower.reached();
    }

    /** Whether what was played at that time was played again later. */
    public boolean isTakenBack(double seconds) {
        return placed.isTakenBack(seconds);
    }

    /** How the player went through the music until now. */
    public Followed followed() {
        return new Followed(whereabouts().latest().number(), follower.usualSpeed());
    }

    /** Where the player is now. */
    public Whereabouts whereabouts() {
        return follower.whereabouts();
    }
}
