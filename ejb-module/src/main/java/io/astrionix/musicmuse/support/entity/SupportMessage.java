package io.astrionix.musicmuse.support.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.support.boundary.MessageView;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One message of a thread; who of the staff wrote it stands in the audit log. */
@Embeddable
@PersonalRecord(activity = "support", retention = "contact-2y")
public class SupportMessage {

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.PORTABLE,
            why = "whether it is a question or an answer")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Author author;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.PORTABLE,
            why = "when it was written")
    @Column(name = "sent_at", nullable = false, updatable = false)
    private Instant sentAt;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            export = Export.PORTABLE,
            why = "the question, or the answer to it")
    @Column(nullable = false, updatable = false)
    private String body;

    protected SupportMessage() {} // JPA

    SupportMessage(Author author, String body, Instant sentAt) {
        this.author = author;
        this.body = body;
        this.sentAt = sentAt;
    }

    boolean isSame(Author by, String text) {
        return author == by && body.equals(text);
    }

    MessageView view() {
        return new MessageView(author == Author.STAFF, sentAt, body);
    }
}
