package io.astrionix.musicmuse.lessons.entity;

import io.astrionix.musicmuse.lessons.boundary.ExerciseKind;
import io.astrionix.musicmuse.lessons.boundary.ExerciseSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An exercise as the catalogue file has it: in its home key, for no instrument yet.
 *
 * @param home the key it is written in
 * @param tempo quarter notes a minute
 * @param beatsPerBar quarter notes in a bar
 * @param bars the signs of each bar; each bar is full
 */
public record ExerciseTemplate(
        String id, ExerciseKind kind, MusicalKey home, int tempo, int beatsPerBar, List<List<NoteOrRest>> bars) {

    /** @throws IllegalArgumentException if a bar is not full, or a tie does not lead to the same pitch */
    public ExerciseTemplate {
        bars = bars.stream().map(List::copyOf).toList();
        requireFullBars(id, beatsPerBar, bars);
        requireTiesToTheSamePitch(id, bars);
    }

    /** The line of the list of exercises. */
    public ExerciseSummary summary() {
        return new ExerciseSummary(
                id, titleKey(), kind, home.tonic(), tempo, home.mode().tonics());
    }

    /** Key of the title in the message bundle. */
    public String titleKey() {
        return "exercise." + id + ".title";
    }

    /** The key of this exercise on that tonic; empty if the exercise is not offered in it. */
    public Optional<MusicalKey> keyOn(String tonic) {
        return home.mode().tonics().contains(tonic)
                ? Optional.of(new MusicalKey(tonic, home.mode()))
                : Optional.empty();
    }

    /** The bars with every pitch replaced. */
    public List<List<NoteOrRest>> barsWith(UnaryOperator<Pitch> change) {
        return bars.stream()
                .map(bar -> bar.stream()
                        .map(sign -> sign.pitch()
                                .map(pitch -> sign.withPitch(change.apply(pitch)))
                                .orElse(sign))
                        .toList())
                .toList();
    }

    private static void requireFullBars(String id, int beatsPerBar, List<List<NoteOrRest>> bars) {
        for (int i = 0; i < bars.size(); i++) {
            int sixteenths = bars.get(i).stream()
                    .mapToInt(sign -> sign.value().sixteenths())
                    .sum();
            if (sixteenths != beatsPerBar * NoteValue.SIXTEENTHS_PER_BEAT) {
                throw new IllegalArgumentException(id + ": bar " + (i + 1) + " lasts " + sixteenths
                        + " sixteenths, not " + beatsPerBar + " beats");
            }
        }
    }

    private static void requireTiesToTheSamePitch(String id, List<List<NoteOrRest>> bars) {
        Optional<Pitch> tied = Optional.empty();
        for (NoteOrRest sign : bars.stream().flatMap(List::stream).toList()) {
            if (tied.isPresent() && !tied.equals(sign.pitch())) {
                throw new IllegalArgumentException(id + ": tie from " + tied.get() + " to another pitch");
            }
            tied = sign.tiedToNext() ? sign.pitch() : Optional.empty();
        }
        if (tied.isPresent()) {
            throw new IllegalArgumentException(id + ": the last note is tied to nothing");
        }
    }
}
