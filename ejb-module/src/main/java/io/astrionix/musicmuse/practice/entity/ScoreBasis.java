package io.astrionix.musicmuse.practice.entity;

import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** What it takes, beside the notes heard, to score a take again; a take older than this has none of it. */
@Embeddable
@PersonalRecord(activity = "practice-progress", retention = "account-active")
public class ScoreBasis {

    /** The id of the kind of input by whose rules it is judged. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "by the rules for which kind of instrument it is judged")
    @Column(name = "input_kind", updatable = false)
    private String inputKind;

    /** When the first bar began, in seconds from the first sample of the take. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "when in the take the music began")
    @Column(name = "music_start_seconds", updatable = false)
    private Double musicStartSeconds;

    /** The id of who said how fast it went; null for a take from before players were followed. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.SELF,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "whether it was played to a metronome or in an own tempo")
    @Column(updatable = false)
    private String pace;

    /** What the notes of the music were: the exercise may be another one since. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "whether the music is still the same when it is scored again")
    @Column(name = "music_fingerprint", updatable = false)
    private String musicFingerprint;

    /** The version of the rules that judged it first; null where it was not scored again. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "which rules judged it first")
    @Column(name = "first_rules_version")
    private String firstRulesVersion;

    protected ScoreBasis() {} // JPA

    ScoreBasis(Exercise exercise, StartPracticeCommand command) {
        this.inputKind = command.input().judgedAs(exercise.inputKind()).id();
        this.musicStartSeconds = command.musicStartSeconds();
        this.pace = command.pace().id();
        this.musicFingerprint = exercise.fingerprint();
    }

    void scoredAgain(String rulesVersionBefore) {
        if (firstRulesVersion == null) {
            firstRulesVersion = rulesVersionBefore;
        }
    }

    public InputKind inputKind() {
        return InputKind.of(inputKind);
    }

    public double musicStartSeconds() {
        return musicStartSeconds;
    }

    /** Who said how fast it went; empty for a take from before players were followed. */
    public Optional<TakePace> pace() {
        return Optional.ofNullable(pace).flatMap(TakePace::of);
    }

    public String musicFingerprint() {
        return musicFingerprint;
    }

    String firstRulesVersion() {
        return firstRulesVersion;
    }
}
