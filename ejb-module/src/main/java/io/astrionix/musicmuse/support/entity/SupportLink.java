package io.astrionix.musicmuse.support.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The link of the newest mail about a thread: whoever has it has the mailbox it went to. A newer one takes its place. */
@Entity
@Table(name = "support_link")
@Cacheable(false)
@PersonalRecord(subject = "threadId", activity = "support-links", retention = "link-until-due")
public class SupportLink {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "which thread the link of a mail opens")
    @Column(name = "thread_id", nullable = false, updatable = false)
    private UUID threadId;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "recognises the link, which itself is not kept")
    @Column(name = "token_hash", nullable = false)
    private String tokenHash;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "until when the link works")
    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    protected SupportLink() {} // JPA

    public SupportLink(UUID thread) {
        this.id = UUID.randomUUID();
        this.threadId = thread;
    }

    /** From now on only this one opens the thread. */
    public void become(String newTokenHash, Instant newEnd) {
        this.tokenHash = newTokenHash;
        this.expiresAt = newEnd;
    }

    public UUID thread() {
        return threadId;
    }
}
