package io.astrionix.musicmuse.practice.control;

import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.follow.ScoreFollower;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.practice.boundary.CannotScoreAgainException;
import io.astrionix.musicmuse.practice.entity.PracticeSession;
import java.util.Optional;

/** Scores a stored take from the notes that were heard in it. */
public final class ScoringAgain {

    private ScoringAgain() {}

    /**
     * What a take is worth by one version of the rules; changes nothing.
     *
     * @param music the take's exercise as it is today; empty if there is none any more
     * @throws CannotScoreAgainException if its notes were not kept, or it was played from other music
     * @throws IllegalArgumentException if there never was such a version
     */
    public static TakeScore score(PracticeSession take, Optional<Exercise> music, String rulesVersion) {
        var basis = take.basis().orElseThrow(() -> CannotScoreAgainException.notesNotKept(take.id()));
        var exercise = music.filter(today -> today.fingerprint().equals(basis.musicFingerprint()))
                .orElseThrow(() -> CannotScoreAgainException.musicChanged(take.id()));
        var strictness = Strictness.of(take.strictness()).orElseThrow();
        return ScoreFollower.score(
                exercise.expectedNotes(basis.musicStartSeconds()),
                take.heard(),
                RuleBook.rules(rulesVersion, basis.inputKind(), strictness),
                basis.pace()
                        .map(pace -> pace.following(exercise.secondsPerBeat()))
                        .orElseGet(Pace.Fixed::new));
    }
}
