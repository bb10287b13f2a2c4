package io.astrionix.musicmuse.support.entity;

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
import io.astrionix.musicmuse.shared.NullableUuidConverter;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.MessageView;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote to the operator, with the answers. {@link #lastMessageAt} is the clock of its two years (R4, A7),
 * {@link #dueAt} says by when an answer is owed.
 */
@Entity
@Table(name = "support_thread")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "support", retention = "contact-2y")
public class SupportThread {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "the number to ask by")
    @Column(nullable = false, updatable = false)
    private String reference;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            export = Export.PORTABLE,
            why = "what it is about")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MessageCategory category;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "whether it waits for an answer")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ThreadStatus status;

    @NotPersonal("follows from what it is about; the order of the desk")
    @Column(nullable = false)
    private boolean urgent;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.PORTABLE,
            why = "how to address the sender")
    @Column(name = "sender_name", nullable = false, updatable = false)
    private String senderName;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.PORTABLE,
            why = "where the answer goes")
    @Column(name = "sender_email", nullable = false, updatable = false)
    private String senderEmail;

    /** An IETF tag. */
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "language of the mails about it")
    @Column(nullable = false, updatable = false)
    private String language;

    /** Whether the sender was signed in; else anybody could have typed the address. */
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "how sure it is who wrote")
    @Column(name = "signed_in", nullable = false, updatable = false)
    private boolean signedIn;

    /** Null where the address belongs to no account. EclipseLink cannot write such a null: the repository does. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose message it is, so that it goes with the account")
    @Convert(converter = NullableUuidConverter.class)
    @Column(name = "account_id", insertable = false, updatable = false)
    private UUID accountId;

    /** Null as long as it is everybody's. Written by the repository too. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "which colleague answers")
    @Convert(converter = NullableUuidConverter.class)
    @Column(name = "assigned_to", insertable = false, updatable = false)
    private UUID assignedTo;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when it began")
    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @NotPersonal("by when an answer is owed")
    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "how long it is kept runs from here")
    @Column(name = "last_message_at", nullable = false)
    private Instant lastMessageAt;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.CONTACT,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            export = Export.PORTABLE,
            why = "the messages and their answers")
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "support_message", joinColumns = @JoinColumn(name = "thread_id"))
    @OrderColumn(name = "position")
    private List<SupportMessage> messages = new ArrayList<>();

    protected SupportThread() {} // JPA

    /**
     * Begins with the sender's first message.
     *
     * @param zone whose working days count
     */
    public SupportThread(
            String reference, MessageCategory category, Sender sender, String message, Instant now, ZoneId zone) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.senderName = sender.name();
        this.senderEmail = sender.email();
        this.language = sender.language().toLanguageTag();
        this.signedIn = sender.signedIn();
        this.openedAt = now;
        become(category, now, zone);
        ask(message, now, zone);
    }

    /** A message of the sender: the thread is open, and a new answer is owed unless one is already. */
    public void ask(String message, Instant now, ZoneId zone) {
        if (status != ThreadStatus.OPEN) {
            status = ThreadStatus.OPEN;
            dueAt = category.dueAfter(now, zone);
        }
        add(new SupportMessage(Author.SENDER, message, now), now);
    }

    public void answer(String message, Instant now) {
        status = ThreadStatus.ANSWERED;
        add(new SupportMessage(Author.STAFF, message, now), now);
    }

    private void add(SupportMessage message, Instant now) {
        messages.add(message);
        lastMessageAt = now;
    }

    /** The same text by the same side once more: a double click, or a page that was sent again. */
    public boolean isRepeated(Author author, String text) {
        return !messages.isEmpty() && messages.get(messages.size() - 1).isSame(author, text);
    }

    /** @return whether it is new */
    public boolean changeCategory(MessageCategory other, ZoneId zone) {
        boolean changed = category != other;
        if (changed) {
            become(other, owedSince(), zone);
        }
        return changed;
    }

    /** The time for the answer runs from the receipt, whatever the category was at first. */
    /** When the oldest message was written that no answer has followed. */
    private Instant owedSince() {
        var since = openedAt;
        var all = messages();
        for (int i = all.size() - 1; i >= 0 && !all.get(i).byStaff(); i--) {
            since = all.get(i).sentAt();
        }
        return since;
    }

    private void become(MessageCategory about, Instant received, ZoneId zone) {
        category = about;
        urgent = about.isUrgent();
        dueAt = about.dueAfter(received, zone);
    }

    /** @return whether it was open until now, or answered */
    public boolean close() {
        boolean closed = status != ThreadStatus.CLOSED;
        status = ThreadStatus.CLOSED;
        return closed;
    }

    /** Whether an answer is owed and late. */
    public boolean isOverdue(Instant now) {
        return status == ThreadStatus.OPEN && dueAt.isBefore(now);
    }

    public boolean belongsTo(AccountId account) {
        return account.value().equals(accountId);
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public MessageCategory category() {
        return category;
    }

    public ThreadStatus status() {
        return status;
    }

    public boolean urgent() {
        return urgent;
    }

    public Sender sender() {
        return new Sender(senderName, senderEmail, Locale.forLanguageTag(language), signedIn);
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(accountId).map(AccountId::new);
    }

    public Optional<AccountId> assignedTo() {
        return Optional.ofNullable(assignedTo).map(AccountId::new);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant lastMessageAt() {
        return lastMessageAt;
    }

    /** In the order they were written. */
    public List<MessageView> messages() {
        return messages.stream().map(SupportMessage::view).toList();
    }
}
