package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The question to a guardian while it has no answer (R62). Goes with the answer. */
@Entity
@Table(name = "guardian_ask")
@Cacheable(false)
@PersonalRecord(subject = "minorId", activity = "guardians", retention = "account-active")
public class GuardianAsk {

    /** How often a learner may send the question, corrections included: each is a mail to somebody who did not ask. */
    public static final int ASKS_AT_MOST = 5;

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.NONE,
            why = "whose guardian it is")
    @Column(name = "minor_id", nullable = false, updatable = false)
    private UUID minorId;

    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.ACCESS,
            why = "where the question for consent goes")
    @Column(name = "guardian_email", nullable = false)
    private String guardianEmail;

    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the guardian was asked")
    @Column(name = "asked_at", nullable = false)
    private Instant askedAt;

    @NotPersonal("limits how many mails go to somebody who did not ask for them")
    @Column(nullable = false)
    private int asks;

    protected GuardianAsk() {} // JPA

    public GuardianAsk(AccountId minor) {
        this.id = UUID.randomUUID();
        this.minorId = minor.value();
    }

    /** @param email other than the minor's own */
    public void send(String email, Instant at) {
        guardianEmail = Account.canonical(email);
        askedAt = at;
        asks++;
    }

    public int asksLeft() {
        return Math.max(0, ASKS_AT_MOST - asks);
    }

    public String guardianEmail() {
        return guardianEmail;
    }
}
