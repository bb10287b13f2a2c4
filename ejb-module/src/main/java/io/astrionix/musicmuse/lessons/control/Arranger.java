package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException;
import io.astrionix.musicmuse.lessons.entity.ExerciseTemplate;
import io.astrionix.musicmuse.lessons.entity.Mode;
import io.astrionix.musicmuse.lessons.entity.MusicalKey;
import io.astrionix.musicmuse.lessons.entity.NoteOrRest;
import io.astrionix.musicmuse.lessons.entity.Pitch;
import io.astrionix.musicmuse.lessons.entity.WrittenScore;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes an exercise out for an instrument: moves it to the key, then to the octave. */
public final class Arranger {

    private static final int SEMITONES_PER_OCTAVE = 12;

    /** What has no pitch is written on the middle line, in no key. */
    private static final Pitch MIDDLE_LINE = Pitch.parse("B4");

    private static final MusicalKey WITHOUT_KEY = new MusicalKey("C", Mode.CHROMATIC);

    private final ExerciseTemplate template;
    private final Instrument instrument;

    public Arranger(ExerciseTemplate template, Instrument instrument) {
        this.template = template;
        this.instrument = instrument;
    }

    /** The keys in which the instrument can play the exercise in at least one octave; of percussion one, as it has none. */
    public List<String> playableKeys() {
        if (!instrument.hasPitch()) {
            return List.of(WITHOUT_KEY.tonic());
        }
        return template.home().mode().tonics().stream()
                .filter(tonic -> placement(keyOn(tonic)).usual().isPresent())
                .toList();
    }

    /**
     * The score at so many octaves above the usual one.
     *
     * @param tonic empty: the home key, or the nearest in which the instrument can play the exercise
     * @throws InvalidExerciseChoiceException if the exercise is not written in that key, or leaves the instrument's range
     */
    public WrittenScore arrange(Optional<String> tonic, int octave) {
        if (!instrument.hasPitch()) {
            tonic.ifPresent(this::keyOn);
            return rhythm();
        }
        MusicalKey key =
                keyOn(tonic.orElseGet(() -> nearestPlayableKey(template.home().tonic())
                        .orElse(template.home().tonic())));
        OctavePlacement placement = placement(key);
        int usual = placement.usual().orElseThrow(() -> tooWide(key));
        if (!placement.fits(usual + octave)) {
            throw InvalidExerciseChoiceException.outOfRangeUnlessOctave(
                    placement.nearestChoice(octave).orElseThrow());
        }
        List<List<NoteOrRest>> bars =
                template.barsWith(pitch -> template.home().move(pitch, key).plusOctaves(usual + octave));
        return new WrittenScore(instrument, key, template.beatsPerBar(), bars);
    }

    /** The exercise on one line, without a key signature: whatever key and octave were chosen, only its rhythm counts. */
    private WrittenScore rhythm() {
        return new WrittenScore(
                instrument, WITHOUT_KEY, template.beatsPerBar(), template.barsWith(pitch -> MIDDLE_LINE));
    }

    private MusicalKey keyOn(String tonic) {
        return template.keyOn(tonic).orElseThrow(() -> InvalidExerciseChoiceException.unknownKey(tonic));
    }

    private InvalidExerciseChoiceException tooWide(MusicalKey key) {
        String other = nearestPlayableKey(key.tonic())
                .orElseThrow(() ->
                        new IllegalStateException(template.id() + " fits " + instrument.id() + " in no key at all"));
        return InvalidExerciseChoiceException.outOfRangeUnlessKey(other);
    }

    private Optional<String> nearestPlayableKey(String tonic) {
        List<String> tonics = template.home().mode().tonics();
        return playableKeys().stream()
                .min(Comparator.comparingInt(other -> distance(tonics.indexOf(other), tonics.indexOf(tonic))));
    }

    private static int distance(int semitone, int other) {
        int up = Math.floorMod(semitone - other, SEMITONES_PER_OCTAVE);
        return Math.min(up, SEMITONES_PER_OCTAVE - up);
    }

    private OctavePlacement placement(MusicalKey key) {
        IntSummaryStatistics midi = pitches()
                .mapToInt(pitch -> template.home().move(pitch, key).midi() + instrument.transpositionSemitones())
                .summaryStatistics();
        return new OctavePlacement(instrument, midi.getMin(), midi.getMax());
    }

    private Stream<Pitch> pitches() {
        return template.bars().stream().flatMap(List::stream).flatMap(sign -> sign.pitch().stream());
    }
}
