package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a learner chooses before playing; also the query parameters of the room, so that a link can name a choice. */
public class ExerciseForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String FIRST_EXERCISE = "scale-major-one-octave";
    private static final String FIRST_INSTRUMENT = "violin";
    private static final int STANDARD_A4 = (int) ConcertPitch.STANDARD.a4Hertz();

    private String exercise = FIRST_EXERCISE;
    private String instrument = FIRST_INSTRUMENT;
    private String key;
    private int octave;
    private int tempo = 80;
    private String strictness = Strictness.BEGINNER.id();
    private int a4 = STANDARD_A4;
    private int countIn = 1;
    private boolean metronome = true;
    private String pace = TakePace.METRONOME.id();

    /** @throws io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException if it cannot be played */
    ExerciseChoice toChoice() {
        return new ExerciseChoice(
                exercise, instrument, Optional.ofNullable(key).filter(k -> !k.isBlank()), octave, tempo);
    }

    /** The choice as the query of a link to the room. */
    String toQuery() {
        return "exercise=" + encoded(exercise)
                + "&instrument=" + encoded(instrument)
                + (key == null || key.isBlank() ? "" : "&key=" + encoded(key))
                + "&octave=" + octave
                + "&tempo=" + tempo
                + "&strictness=" + encoded(strictness)
                + "&a4=" + a4
                + "&countIn=" + countIn
                + "&metronome=" + metronome
                + "&pace=" + encoded(pace);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getExercise() {
        return exercise;
    }

    public void setExercise(String exercise) {
        this.exercise = exercise == null ? FIRST_EXERCISE : exercise;
    }

    public String getInstrument() {
        return instrument;
    }

    public void setInstrument(String instrument) {
        this.instrument = instrument == null ? FIRST_INSTRUMENT : instrument;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public int getOctave() {
        return octave;
    }

    public void setOctave(int octave) {
        this.octave = octave;
    }

    public int getTempo() {
        return tempo;
    }

    public void setTempo(int tempo) {
        this.tempo = tempo;
    }

    public String getStrictness() {
        return strictness;
    }

    public void setStrictness(String strictness) {
        this.strictness = strictness == null ? Strictness.BEGINNER.id() : strictness;
    }

    /** The concert pitch: frequency of the A above middle C, in hertz. */
    public int getA4() {
        return a4;
    }

    /** @param a4 0, which an emptied field comes to, means the usual one */
    public void setA4(int a4) {
        this.a4 = a4 == 0 ? STANDARD_A4 : a4;
    }

    public int getCountIn() {
        return countIn;
    }

    public void setCountIn(int countIn) {
        this.countIn = countIn;
    }

    public String getPace() {
        return pace;
    }

    public void setPace(String pace) {
        this.pace = TakePace.of(pace).orElse(TakePace.METRONOME).id();
    }

    /** Whether the player takes an own tempo, and no metronome counts. */
    public boolean isInOwnTempo() {
        return TakePace.OWN.id().equals(pace);
    }

    public boolean isMetronome() {
        return metronome;
    }

    public void setMetronome(boolean metronome) {
        this.metronome = metronome;
    }
}
