package io.astrionix.musicmuse.notification.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.notification.boundary.MailState;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.shared.NullableUuidConverter;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail on its way. Added by a statement of the repository, which drops a second mail with the same key; {@link
 * #queuedAt} is the clock of its 30 days (rule outbox-30d).
 */
@Entity
@Table(name = "outbox_mail")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "mail", retention = "outbox-30d")
public class OutboxMail {

    /** What is stored of the values of a mail that is sent: nothing. */
    static final String NO_VALUES = "{}";

    private static final int LONGEST_ERROR = 500;

    @Id
    @NotPersonal("surrogate key")
    private UUID id;

    @Column(name = "mail_key", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "keeps a mail from being sent twice")
    private String key;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "which mail it is")
    private MailTemplate template;

    /** Null for a mail to somebody without an account. */
    @Convert(converter = NullableUuidConverter.class)
    @Column(name = "account_id", updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose mail it is")
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            source = Source.SELF,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.ACCESS,
            why = "where the mail goes")
    private String recipient;

    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            source = Source.SELF,
            export = Export.ACCESS,
            why = "the language of the mail")
    private String language;

    /** JSON. Gone once the mail is sent: it may hold a link that opens an account. */
    @Column(name = "template_values", nullable = false)
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.NONE,
            why = "what the mail says; removed when it is sent")
    private String values;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @NotPersonal("where the mail stands")
    private MailState state;

    @Column(nullable = false)
    @NotPersonal("how often sending was tried")
    private int attempts;

    @Column(name = "next_try_at", nullable = false)
    @NotPersonal("when sending is tried next, or the lease of a worker ends")
    private Instant nextTryAt;

    @Column(name = "last_error")
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "what the mail server said, which may name the address")
    private String lastError;

    @Column(name = "queued_at", nullable = false, updatable = false)
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the mail was written")
    private Instant queuedAt;

    @Column(name = "sent_at")
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the mail was sent")
    private Instant sentAt;

    protected OutboxMail() {} // JPA

    /** A worker takes the mail; until the lease ends nobody else does. */
    public void lease(Instant now, Duration lease) {
        state = MailState.SENDING;
        attempts++;
        nextTryAt = now.plus(lease);
    }

    public void sent(Instant now) {
        state = MailState.SENT;
        sentAt = now;
        lastError = null;
        values = NO_VALUES;
    }

    public void tryAgainAt(Instant when, String error) {
        state = MailState.QUEUED;
        nextTryAt = when;
        lastError = shortened(error);
    }

    /** Nobody tries again by itself. The values stay: an administrator may read the mail or have it tried again. */
    public void giveUp(String error) {
        state = MailState.FAILED;
        lastError = shortened(error);
    }

    /** An administrator wants a mail that was given up tried again, as often as a new one. */
    public void retry(Instant now) {
        state = MailState.QUEUED;
        attempts = 0;
        nextTryAt = now;
    }

    /** One line: server answers have several. */
    private static String shortened(String error) {
        var line = error.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) : line;
    }

    public UUID id() {
        return id;
    }

    public MailTemplate template() {
        return template;
    }

    public String recipient() {
        return recipient;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** JSON. */
    public String values() {
        return values;
    }

    public MailState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }

    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }
}
