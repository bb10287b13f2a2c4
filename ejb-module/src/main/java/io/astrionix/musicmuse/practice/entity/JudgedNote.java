package io.astrionix.musicmuse.practice.entity;

import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.OptionalDouble;

/** The verdict on one note of a take. */
@Embeddable
@PersonalRecord(activity = "practice-progress", retention = "account-active")
public class JudgedNote {

    /** Place in the exercise, from 0; -1 for a note that was not asked for. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "which note of the music")
    @Column(name = "note_index", nullable = false)
    private int noteIndex;

    /** The verdict's id, such as {@code late}. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "what became of the note")
    @Column(nullable = false)
    private String verdict;

    /** When it was played, in seconds from the first sample of the take; null if missed. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "when it was heard")
    @Column(name = "onset_seconds")
    private Double onsetSeconds;

    /** Milliseconds late (positive) or early; null if missed or extra. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how early or late")
    @Column(name = "timing_millis")
    private Double timingMillis;

    /** Cents sharp (positive) or flat of the expected pitch; null if missed or extra. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how sharp or flat")
    private Double cents;

    /** The pitch heard as a fractional MIDI number (A4 = 69); null if missed. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "which note was heard")
    @Column(name = "heard_midi")
    private Double heardMidi;

    /** How probable it is that the verdict is right, 0 to 1; null where it was judged before that was told. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how sure the verdict is")
    private Double confidence;

    protected JudgedNote() {} // JPA

    JudgedNote(NoteVerdict note) {
        this.noteIndex = note.noteIndex();
        this.verdict = note.verdict().id();
        this.onsetSeconds = orNull(note.onsetSeconds());
        this.timingMillis = orNull(note.timingMillis());
        this.cents = orNull(note.cents());
        this.heardMidi = orNull(note.heardMidi());
        this.confidence = note.confidence();
    }

    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    public int noteIndex() {
        return noteIndex;
    }

    public String verdict() {
        return verdict;
    }

    public Double timingMillis() {
        return timingMillis;
    }

    public Double cents() {
        return cents;
    }

    public Double heardMidi() {
        return heardMidi;
    }

    /** Whether the verdict is more than a guess, as far as is known. */
    public boolean isSure() {
        return confidence == null || confidence >= NoteVerdict.SURE;
    }
}
