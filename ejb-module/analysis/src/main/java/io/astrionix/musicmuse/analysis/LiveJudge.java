package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.follow.ScoreFollower;
import io.astrionix.musicmuse.analysis.follow.Whereabouts;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Tuning;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Judges a take while it goes on. Looks only at what may still change: an hour of a take costs no more a second at its end
 * than at its beginning.
 */
final class LiveJudge {

    /** Nothing changes a verdict so long after its note, unless a note from then still sounds. */
    private static final double OPEN_SECONDS = 4;

    /**
     * Of what is left behind so much is still looked at, in seconds: a note may be meant as one that far away, and that one may
     * have another that far away.
     */
    private static final double CONTEXT_SECONDS = 1.5;

    /** Notes closer than this, in seconds, may share a window. */
    private static final double CHORD_SECONDS = 0.05;

    /** So many notes tell how the instrument is tuned now: strings give way while they are played. */
    private static final int TUNING_NOTES = 32;

    /** By then the pitch of a note has been measured for a while. */
    private static final double WELL_HEARD_SECONDS = 0.3;

    private final ScoreFollower follower;
    private final ScoringRules rules;
    private final Pace pace;
    private final PlayedSoFar played;
    private final LiveVerdicts verdicts = new LiveVerdicts();

    /** The first note of the music, and how many heard notes come before it, of which something may still change. */
    private int first;

    private int heardBefore;

    /** How many heard notes come before those that are looked at. */
    private int heardBeforeContext;

    private double openFromSeconds = Double.NEGATIVE_INFINITY;
    private double followedUntil = Double.NEGATIVE_INFINITY;

    /** How far off their pitch the latest notes were of which nothing changes any more, in cents. */
    private final Deque<Double> deviations = new ArrayDeque<>();

    private List<NoteVerdict> latest = List.of();

    LiveJudge(TakeTerms terms, PlayedSoFar played) {
        this.follower = terms.follower();
        this.rules = terms.rules();
        this.pace = terms.pace();
        this.played = played;
    }

    /** What is new about the take, in the order of time. */
    List<Feedback> judge() {
        double knownUntil = played.knownUntilSeconds();
        int changesBefore = follower.whereabouts().latest().number();
        List<Feedback> feedback = new ArrayList<>(follow(knownUntil));
        boolean isElsewhere = follower.whereabouts().latest().number() > changesBefore;
        if (!isElsewhere) { // at a new place nothing has been said yet of what was played since
            moveOn(knownUntil - OPEN_SECONDS);
            leaveBehind(knownUntil - OPEN_SECONDS);
        }
        List<ExpectedNote> music = follower.music();
        double now = played.nowSeconds();
        double contextFrom = openFromSeconds - CONTEXT_SECONDS;
        heardBeforeContext += played.begunBefore(contextFrom, heardBeforeContext);
        List<ExpectedNote> near = music.subList(contextFrom(contextFrom), end(now));
        List<PlayedNote> notes = follower.counting(played.after(heardBeforeContext, near));
        MissedNotes missed = new MissedNotes(played, heardBeforeContext, near, notes);
        latest = Scorer.judgeSoFar(near, notes, rules, knownUntil, tuningCents(now)).stream()
                .filter(verdict -> isOpen(verdict) && isKnown(verdict) && isSettled(verdict, now))
                .map(missed::told)
                .toList();
        feedback.addAll(verdicts.update(latest, openFromSeconds, now));
        return feedback;
    }

    /** Follows the player up to that time; what is new about where that is. */
    private List<Feedback> follow(double knownUntil) {
        if (knownUntil <= followedUntil) {
            return List.of();
        }
        Whereabouts before = follower.whereabouts();
        follower.hear(played.followedBetween(followedUntil, knownUntil, heardBefore));
        follower.waitUntil(knownUntil);
        followedUntil = knownUntil;
        Whereabouts now = follower.whereabouts();
        boolean isElsewhere = !now.latest().equals(before.latest());
        if (isElsewhere) {
            return goOnAt(now);
        }
        return pace instanceof Pace.Own && !now.equals(before) ? List.of(new PlayerFollowed(now, false)) : List.of();
    }

    private List<Feedback> goOnAt(Whereabouts place) {
        Whereabouts.Change change = place.latest();
        List<ExpectedNote> music = follower.music();
        first = 0;
        while (first + 1 < music.size() && music.get(first).index() < change.noteIndex()) {
            first++;
        }
        openFromSeconds = change.atSeconds() - CHORD_SECONDS;
        heardBefore = Math.min(played.over(), played.begunBefore(openFromSeconds, 0));
        heardBeforeContext = 0;
        verdicts.forgetFrom(change.noteIndex());
        List<Feedback> feedback = new ArrayList<>(verdicts.withoutExtras(follower::isTakenBack));
        feedback.add(new PlayerFollowed(place, true));
        feedback.addAll(verdicts.leftOut(follower.leftOutSoFar(), rules));
        return feedback;
    }

    /** All that was reported last. */
    List<Feedback> reported() {
        List<Feedback> reported = new ArrayList<>(verdicts.reported());
        Whereabouts now = follower.whereabouts();
        if (now.latest().number() > 0 || pace instanceof Pace.Own) {
            boolean hasJustGoneThere =
                    now.latest().number() > 0 && now.noteIndex() == now.latest().noteIndex();
            reported.add(0, new PlayerFollowed(now, hasJustGoneThere));
        }
        return reported;
    }

    /** In an own tempo, who knows when a note should have come before a later one tells? That it is right is said at once. */
    private boolean isKnown(NoteVerdict verdict) {
        if (!(pace instanceof Pace.Own)) {
            return true;
        }
        return switch (verdict.verdict()) {
            case RIGHT, FLAT, SHARP -> true;
            case EXTRA ->
                verdict.onsetSeconds().getAsDouble() <= follower.whereabouts().atSeconds();
            default -> follower.isReached(verdict.noteIndex());
        };
    }

    /** That a note came at the wrong time is not told before its beginning is sure: it would be right first and then late. */
    private static boolean isSettled(NoteVerdict verdict, double now) {
        return verdict.verdict() == Verdict.MISSED
                || verdict.verdict() == Verdict.EXTRA
                || verdict.timingMillis().isPresent()
                || now - verdict.onsetSeconds().getAsDouble() > WELL_HEARD_SECONDS;
    }

    private boolean isOpen(NoteVerdict verdict) {
        return verdict.extraId().isPresent()
                ? verdict.onsetSeconds().getAsDouble() >= openFromSeconds
                : first < follower.music().size()
                        && verdict.noteIndex() >= follower.music().get(first).index();
    }

    /** The place of the first note that is looked at: one more, for windows reach as far as the neighbours let them. */
    private int contextFrom(double seconds) {
        int from = first;
        while (from > 0 && (from == first || follower.music().get(from).startSeconds() >= seconds)) {
            from--;
        }
        return from;
    }

    private double gapBefore(int note) {
        List<ExpectedNote> music = follower.music();
        return music.get(note).startSeconds() - music.get(note - 1).startSeconds();
    }

    /** In the middle between a note and the one before; behind the last one, where nothing is it any more. */
    private double borderBefore(int note) {
        List<ExpectedNote> music = follower.music();
        return note < music.size()
                ? music.get(note).startSeconds() - gapBefore(note) / 2
                : music.get(note - 1).startSeconds() + rules.farthestMatchMillis() / 1000;
    }

    /** Leaves the notes of one onset behind, if they were before that time and nothing that sounded with them is open. */
    private void moveOn(double untilSeconds) {
        List<ExpectedNote> music = follower.music();
        int next = first + 1;
        while (next < music.size() && gapBefore(next) <= CHORD_SECONDS) {
            next++;
        }
        if (next > music.size()) {
            return;
        }
        double border = borderBefore(next);
        if (border >= untilSeconds) {
            return;
        }
        int before = heardBefore + played.begunBefore(border, heardBefore);
        if (before <= played.over()) {
            keepDeviations(first, next);
            first = next;
            heardBefore = before;
            openFromSeconds = border;
        }
    }

    /** Where the music waits for its player, or is over, what was played meanwhile is left behind all the same. */
    private void leaveBehind(double untilSeconds) {
        List<ExpectedNote> music = follower.music();
        boolean isOver = first == music.size();
        boolean waits = !isOver && pace instanceof Pace.Own && music.get(first).startSeconds() > untilSeconds;
        if ((isOver || waits) && untilSeconds > openFromSeconds) {
            int before = heardBefore + played.begunBefore(untilSeconds, heardBefore);
            if (before <= played.over()) {
                heardBefore = before;
                openFromSeconds = untilSeconds;
            }
        }
    }

    /** By how much the instrument is off, by its latest notes. */
    private double tuningCents(double now) {
        List<Double> cents = new ArrayList<>(deviations);
        latest.stream()
                .filter(verdict -> verdict.cents().isPresent()
                        && now - verdict.onsetSeconds().getAsDouble() > WELL_HEARD_SECONDS)
                .forEach(verdict -> cents.add(verdict.cents().getAsDouble()));
        return Tuning.cents(cents, rules);
    }

    /** Keeps how far off the notes of the music from one to before the other were. */
    private void keepDeviations(int from, int to) {
        for (int note = from; note < to; note++) {
            int index = follower.music().get(note).index();
            latest.stream()
                    .filter(verdict -> verdict.noteIndex() == index)
                    .flatMapToDouble(verdict -> verdict.cents().stream())
                    .forEach(deviations::addLast);
        }
        while (deviations.size() > TUNING_NOTES) {
            deviations.removeFirst();
        }
    }

    /** One more than the last note that can have been played by that time. */
    private int end(double seconds) {
        List<ExpectedNote> music = follower.music();
        double last = seconds + rules.farthestMatchMillis() / 1000;
        int end = first;
        while (end < music.size() && music.get(end).startSeconds() <= last) {
            end++;
        }
        return Math.min(music.size(), end + 1);
    }
}
