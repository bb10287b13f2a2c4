package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A browser that an account has signed in from: others' guesses do not lock it out, and no mail tells of it again. */
@Entity
@Table(name = "known_device")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "account-active")
public class KnownDevice {

    /** How long a browser stays known after it was last used. */
    public static final Duration LIFE = Duration.ofDays(365);

    private static final int LONGEST_DEVICE = 200;

    @Id
    @NotPersonal("random key of the row")
    private UUID id;

    @Column(name = "account_id", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "who knows the device")
    private UUID accountId;

    @Column(name = "browser_id", nullable = false, updatable = false)
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "random number in the device cookie")
    private UUID browserId;

    @Column(nullable = false)
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "lets you tell your devices apart")
    private String device;

    @Column(name = "first_seen_at", nullable = false, updatable = false)
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "since when the device is known")
    private Instant firstSeenAt;

    @Column(name = "last_seen_at", nullable = false)
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "a device not used for a year is forgotten")
    private Instant lastSeenAt;

    protected KnownDevice() {} // JPA

    public KnownDevice(AccountId account, UUID browser, String device, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.browserId = browser;
        this.firstSeenAt = now;
        seen(device, now);
    }

    public final void seen(String words, Instant now) {
        device = words.substring(0, Math.min(words.length(), LONGEST_DEVICE));
        lastSeenAt = now;
    }

    public boolean isKnown(Instant now) {
        return lastSeenAt.plus(LIFE).isAfter(now);
    }

    public UUID id() {
        return id;
    }

    public UUID browser() {
        return browserId;
    }

    public String device() {
        return device;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }
}
