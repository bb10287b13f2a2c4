package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.SoundTrouble;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.analysis.TakeTerms;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What somebody should know of a recording beside the verdicts on it: what is probably wrong, and is not the playing. */
record ScoreAdvice(Path take, TakeTerms terms, TakeResult judged) {

    /** Somebody of whom less is right has perhaps not played it in time. */
    private static final double HARDLY_RIGHT = 0.5;

    private static final double MILLIS_PER_SECOND = 1000;

    List<String> lines() {
        TakeScore score = judged.score();
        List<String> lines = new ArrayList<>();
        judged.troubles().stream().sorted().forEach(trouble -> lines.add(take + ": " + toMend(trouble)));
        OptionalDouble shift = score.right() < HARDLY_RIGHT * score.expected()
                ? ShiftedTake.seconds(terms.music(), judged.notes())
                : OptionalDouble.empty();
        if (score.notesPlayed() == 0) {
            lines.add(nothingHeard());
        } else if (shift.isPresent()) {
            lines.add(shifted(shift.getAsDouble()));
        } else if (score.attempted() == 0) {
            lines.add(elsewhere(score));
        }
        score.tuningCents().ifPresent(cents -> lines.add(outOfTune(cents)));
        score.transposedSemitones().ifPresent(semitones -> lines.add(transposed(semitones)));
        return lines;
    }

    private static String toMend(SoundTrouble trouble) {
        return switch (trouble) {
            case CLIPPED -> "the loudest samples are cut off. Turn the microphone down.";
            case NOISY -> "what sounds beside the notes is nearly as loud as they are. Make the room quieter.";
            case HUM -> "the mains hum in the recording. The hum was taken out; try another cable, or another place.";
        };
    }

    private String nothingHeard() {
        double begins = terms.music().get(0).startSeconds();
        return take
                + ListenCommand.NOTHING_HEARD.formatted(
                        String.format(Locale.ROOT, " from %.1f s on, where the music begins", begins));
    }

    private String shifted(double seconds) {
        return String.format(
                Locale.ROOT,
                "%s: nearly all notes come %.2f s %s than in the music. %s, or use --tempo own.",
                take,
                Math.abs(seconds),
                seconds < 0 ? "earlier" : "later",
                toBringTogether(seconds));
    }

    private String toBringTogether(double seconds) {
        if (seconds < 0) {
            return "Let the music begin earlier";
        }
        long millis = Math.round((terms.latencySeconds() + seconds) * MILLIS_PER_SECOND);
        return millis > ScoreOptions.LONGEST_LATENCY_MILLIS ? "Let the music begin later" : "Try --latency " + millis;
    }

    private String elsewhere(TakeScore score) {
        double heard = score.verdicts().stream()
                .flatMapToDouble(verdict -> verdict.onsetSeconds().stream())
                .min()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s: no note is one of the music. The first was heard at %.1f s, the music begins at %.1f s: cut the"
                        + " recording so that both begin together.",
                take,
                heard,
                terms.music().get(0).startSeconds());
    }

    private String outOfTune(double cents) {
        return String.format(
                Locale.ROOT,
                "%s: the instrument is %.0f cents %s. The notes were judged by its own tuning.",
                take,
                Math.abs(cents),
                cents < 0 ? "flat" : "sharp");
    }

    private String transposed(int semitones) {
        return String.format(
                Locale.ROOT,
                "%s: nearly all notes are %s than the music, by this many semitones: %d. Is it the right octave?",
                take,
                semitones < 0 ? "lower" : "higher",
                Math.abs(semitones));
    }
}
