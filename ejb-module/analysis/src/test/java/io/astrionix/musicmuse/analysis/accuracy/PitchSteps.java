package io.astrionix.musicmuse.analysis.accuracy;

import java.util.ArrayList;
import java.util.List;

/** Makes notes of pitches: where a pitch stays for three moments after another or none, a note begins. */
final class PitchSteps {

    private static final int STAYS = 3;
    private static final double SAME_SEMITONES = 0.5;

    private PitchSteps() {}

    /**
     * @param pitches at even distances
     * @param delaySeconds from the middle of a moment until all its sound is heard
     */
    static List<SaidNote> notes(List<SaidPitch> pitches, double delaySeconds) {
        List<SaidNote> notes = new ArrayList<>();
        double sounding = Double.NaN;
        int since = 0;
        for (int i = 0; i < pitches.size(); i++) {
            double midi = pitches.get(i).midi();
            if (i > 0 && !isSame(midi, pitches.get(i - 1).midi())) {
                since = i;
            }
            if (i - since + 1 != STAYS) {
                continue;
            }
            if (!Double.isNaN(midi) && !isSame(midi, sounding)) {
                notes.add(new SaidNote(
                        pitches.get(since).seconds(), midi, pitches.get(i).seconds() + delaySeconds));
            }
            sounding = midi;
        }
        return notes;
    }

    private static boolean isSame(double one, double other) {
        return Double.isNaN(one) ? Double.isNaN(other) : Math.abs(one - other) < SAME_SEMITONES;
    }
}
