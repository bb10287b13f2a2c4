package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Tuning;
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

    /** Notes closer than this, in seconds, may share a window. */
    private static final double CHORD_SECONDS = 0.05;

    /** So many notes tell how the instrument is tuned now: strings give way while they are played. */
    private static final int TUNING_NOTES = 32;

    /** By then the pitch of a note has been measured for a while. */
    private static final double WELL_HEARD_SECONDS = 0.3;

    private final List<ExpectedNote> music;
    private final ScoringRules rules;
    private final PlayedSoFar played;
    private final LiveVerdicts verdicts = new LiveVerdicts();

    /** The first note of the music, and how many heard notes come before it, of which something may still change. */
    private int first;

    private int heardBefore;
    private double openFromSeconds = Double.NEGATIVE_INFINITY;

    /** How far off their pitch the latest notes were of which nothing changes any more, in cents. */
    private final Deque<Double> deviations = new ArrayDeque<>();

    private List<NoteVerdict> latest = List.of();

    /** @param music in ascending order of start */
    LiveJudge(List<ExpectedNote> music, ScoringRules rules, PlayedSoFar played) {
        this.music = music;
        this.rules = rules;
        this.played = played;
    }

    /** What is new about the take, in the order of time. */
    List<Feedback> judge() {
        double knownUntil = played.knownUntilSeconds();
        moveOn(knownUntil - OPEN_SECONDS);
        // One note more on either side: the window of a note reaches as far as its neighbours let it.
        double now = played.nowSeconds();
        List<ExpectedNote> open = music.subList(Math.max(0, first - 1), end(now));
        List<PlayedNote> notes = played.after(Math.max(0, heardBefore - 1), open);
        latest = Scorer.judgeSoFar(open, notes, rules, knownUntil, tuningCents(now)).stream()
                .filter(this::isOpen)
                .toList();
        return verdicts.update(latest, openFromSeconds, now);
    }

    /** All verdicts as they were reported last. */
    List<Feedback> reported() {
        return verdicts.reported();
    }

    private boolean isOpen(NoteVerdict verdict) {
        return verdict.extraId().isPresent()
                ? verdict.onsetSeconds().getAsDouble() >= openFromSeconds
                : first == 0 || verdict.noteIndex() != music.get(first - 1).index();
    }

    /** Leaves the notes of one onset behind, if they were before that time and nothing that sounded with them is open. */
    private void moveOn(double untilSeconds) {
        int next = first + 1;
        while (next < music.size() && gapBefore(next) <= CHORD_SECONDS) {
            next++;
        }
        if (next >= music.size()) {
            return;
        }
        double border = music.get(next).startSeconds() - gapBefore(next) / 2;
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
            int index = music.get(note).index();
            latest.stream()
                    .filter(verdict -> verdict.noteIndex() == index)
                    .flatMapToDouble(verdict -> verdict.cents().stream())
                    .forEach(deviations::addLast);
        }
        while (deviations.size() > TUNING_NOTES) {
            deviations.removeFirst();
        }
    }

    private double gapBefore(int note) {
        return music.get(note).startSeconds() - music.get(note - 1).startSeconds();
    }

    /** One more than the last note that can have been played by that time. */
    private int end(double seconds) {
        double last = seconds + rules.farthestMatchMillis() / 1000;
        int end = first;
        while (end < music.size() && music.get(end).startSeconds() <= last) {
            end++;
        }
        return Math.min(music.size(), end + 1);
    }
}
