package io.astrionix.musicmuse.support.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.NullableUuidConverter;
import io.astrionix.musicmuse.support.boundary.ActionView;
import io.astrionix.musicmuse.support.boundary.EnforcementAction;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** Something that was done about a report, by whom and why (R25). Never changed. */
@Embeddable
@PersonalRecord(activity = "abuse", retention = "abuse-2y", erase = Erase.RETAIN)
public class AbuseAction {

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "what was done")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private EnforcementAction action;

    /** In a collection EclipseLink converts no UUID by itself. */
    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "who did it")
    @Convert(converter = NullableUuidConverter.class)
    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actorId;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "why it was done")
    @Column(nullable = false, updatable = false)
    private String reason;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when it was done")
    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    protected AbuseAction() {} // JPA

    AbuseAction(EnforcementAction action, AccountId actor, String reason, Instant takenAt) {
        this.action = action;
        this.actorId = actor.value();
        this.reason = reason;
        this.takenAt = takenAt;
    }

    boolean isSame(EnforcementAction other, String why) {
        return action == other && reason.equals(why);
    }

    ActionView view() {
        return new ActionView(action, new AccountId(actorId), "", reason, takenAt);
    }
}
