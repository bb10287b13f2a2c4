package io.astrionix.musicmuse.practice.entity;

import io.astrionix.musicmuse.analysis.score.PlayedNote;
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

/** A note that was heard in a take, to the last bit: scored again by the same rules it gives the same verdict. */
@Embeddable
@PersonalRecord(activity = "practice-progress", retention = "account-active")
public class NoteEvent {

    /** Names the note inside its take. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "which note that was heard")
    @Column(name = "note_id", nullable = false)
    private int noteId;

    /** Seconds from the first sample of the take, the delay of the device taken off: may be negative. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "when it was heard")
    @Column(name = "onset_seconds", nullable = false)
    private double onsetSeconds;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how long it was heard")
    @Column(name = "duration_seconds", nullable = false)
    private double durationSeconds;

    /** The pitch heard as a fractional MIDI number (A4 = 69 at the concert pitch that was chosen for the take). */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "at which pitch it was heard")
    @Column(nullable = false)
    private double midi;

    /** How sure it is that a note began then, 0 to 1. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how surely it was heard")
    @Column(nullable = false)
    private double confidence;

    protected NoteEvent() {} // JPA

    NoteEvent(PlayedNote note) {
        this.noteId = note.id();
        this.onsetSeconds = note.onsetSeconds();
        this.durationSeconds = note.durationSeconds();
        this.midi = note.midi();
        this.confidence = note.confidence();
    }

    PlayedNote toPlayedNote() {
        return new PlayedNote(noteId, onsetSeconds, durationSeconds, midi, confidence);
    }
}
