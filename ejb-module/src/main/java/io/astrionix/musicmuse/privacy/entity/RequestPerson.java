package io.astrionix.musicmuse.privacy.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder.Holder;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Whose request it is, until it is answered: the last mail goes out when the account is gone. */
@Entity
@Table(name = "data_request_person")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "rights-requests", retention = "request-24m", erase = Erase.RETAIN)
public class RequestPerson {

    /** Characters; five times what the form takes at once. */
    private static final int LONGEST_NOTE = 10_000;

    @NotPersonal("surrogate key of the request")
    @Id
    @Column(name = "request_id")
    private UUID requestId;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "whose request it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "where the answer goes")
    @Column(nullable = false)
    private String email;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "greeting in the answer")
    @Column(name = "person_name", nullable = false)
    private String name;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "the language of the answer")
    @Column(nullable = false)
    private String language;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what exactly was asked for")
    @Column(nullable = false)
    private String note;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it was asked for")
    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    protected RequestPerson() {} // JPA

    public RequestPerson(DataRequest request, Holder holder, String note) {
        this.requestId = request.id();
        this.accountId = holder.id().value();
        this.receivedAt = request.receivedAt();
        this.note = note;
        isNow(holder);
    }

    /** Takes the address that is on file now. */
    public final void isNow(Holder holder) {
        this.email = holder.email();
        this.name = holder.name();
        this.language = holder.language().toLanguageTag();
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** Asked again for the same: what was written then is kept, too, as long as there is room. */
    public void alsoSays(String more) {
        if (!more.isBlank() && !note.contains(more)) {
            var both = (note + "\n" + more).strip();
            note = both.substring(0, Math.min(both.length(), LONGEST_NOTE));
        }
    }

    public String note() {
        return note;
    }
}
