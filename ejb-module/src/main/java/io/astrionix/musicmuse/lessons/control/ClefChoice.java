package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.boundary.Clef;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.entity.Pitch;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Chooses the clef: the instrument's first, unless another of its clefs saves the player a thicket of ledger lines. */
final class ClefChoice {

    private static final int MOST_LEDGER_LINES = 4;
    private static final int POSITIONS_PER_LINE = 2;
    private static final int POSITIONS_PER_OCTAVE = 7;
    private static final int BOTTOM_TO_TOP_LINE = 8;

    private ClefChoice() {}

    static Clef of(Instrument instrument, List<Pitch> pitches) {
        if (ledgerLines(instrument.clef(), pitches) <= MOST_LEDGER_LINES) {
            return instrument.clef();
        }
        return Stream.concat(Stream.of(instrument.clef()), instrument.furtherClefs().stream())
                .min(Comparator.comparingInt(clef -> ledgerLines(clef, pitches)))
                .orElseThrow();
    }

    /** Ledger lines of the note that needs most. */
    static int ledgerLines(Clef clef, List<Pitch> pitches) {
        int bottom = bottomLine(clef);
        return pitches.stream()
                .mapToInt(Pitch::staffPosition)
                .map(position -> Math.max(bottom - position, position - bottom - BOTTOM_TO_TOP_LINE))
                .map(positionsOutside -> Math.max(0, positionsOutside) / POSITIONS_PER_LINE)
                .max()
                .orElse(0);
    }

    private static int bottomLine(Clef clef) {
        Pitch signLine = Pitch.parse(
                switch (clef.sign()) {
                    case "G", "percussion" -> "G4";
                    case "C" -> "C4";
                    case "F" -> "F3";
                    default -> throw new IllegalArgumentException("unknown clef sign " + clef.sign());
                });
        return signLine.staffPosition()
                + clef.octaveChange() * POSITIONS_PER_OCTAVE
                - (clef.line() - 1) * POSITIONS_PER_LINE;
    }
}
