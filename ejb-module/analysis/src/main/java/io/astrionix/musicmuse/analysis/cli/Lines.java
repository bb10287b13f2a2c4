package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.listening.PitchEstimate;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import java.util.Locale;
import java.util.Optional;

/** What was heard as lines of comma-separated values, the same in every country, for other programs. */
final class Lines {

    private Lines() {}

    /** {@code t_s,hz,confidence}; a pitch of 0 Hz stands for none. */
    static String pitch(double seconds, Optional<PitchEstimate> pitch) {
        return String.format(
                Locale.ROOT,
                "%.5f,%.3f,%.4f",
                seconds,
                pitch.map(PitchEstimate::hertz).orElse(0.0),
                pitch.map(PitchEstimate::confidence).orElse(0.0));
    }

    /** {@code onset_s,offset_s,midi,emitted_s}. */
    static String note(TimedNote note) {
        return String.format(
                Locale.ROOT,
                "%.5f,%.5f,%.4f,%.5f",
                note.onsetSeconds(),
                note.offsetSeconds(),
                note.midi(),
                note.saidSeconds());
    }

    /**
     * {@code expected_id,verdict}, with one word, ok, for all that is in time and no other note; for a note that nobody
     * asked for {@code -1,extra,onset_s}.
     */
    static String verdict(NoteVerdict verdict) {
        return switch (verdict.verdict()) {
            case RIGHT, FLAT, SHARP -> verdict.noteIndex() + ",ok";
            case EARLY, LATE, WRONG, MISSED ->
                verdict.noteIndex() + "," + verdict.verdict().id();
            case EXTRA ->
                String.format(
                        Locale.ROOT,
                        "%d,extra,%.5f",
                        NoteVerdict.EXTRA_NOTE,
                        verdict.onsetSeconds().getAsDouble());
        };
    }
}
