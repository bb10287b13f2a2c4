package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The public half of a passkey (WebAuthn credential); the secret half never leaves its owner's device. */
@Entity
@Table(name = "passkey")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "account-active")
public class Passkey {

    @Id
    @NotPersonal("surrogate key")
    private UUID id;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SIGN_IN,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose passkey it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    /** In Base64url, as browsers write it. */
    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SIGN_IN,
            source = Source.AUTOMATIC,
            export = Export.EXISTENCE,
            why = "recognises the passkey")
    @Column(name = "credential_id", nullable = false, updatable = false)
    private String credentialId;

    /** Attested credential data of WebAuthn (model of the device, id, public key) in Base64. */
    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = {Purpose.SIGN_IN, Purpose.SECURITY},
            source = Source.AUTOMATIC,
            export = Export.EXISTENCE,
            why = "the public key that checks the passkey")
    @Column(name = "credential_data", nullable = false, updatable = false)
    private String credentialData;

    /** The device's own count of uses; 0 where it does not count. */
    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "shows when a passkey was copied")
    @Column(name = "sign_count", nullable = false)
    private long signCount;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "whether the passkey is on several devices")
    @Column(nullable = false, updatable = false)
    private boolean synced;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SERVICE,
            source = Source.SELF,
            export = Export.PORTABLE,
            why = "lets you tell your passkeys apart")
    @Column(nullable = false, updatable = false)
    private String name;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "since when the passkey opens the account")
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "lets you see which passkey is in use")
    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected Passkey() {} // JPA

    /** @param key what the browser's answer said */
    public Passkey(AccountId account, Key key, String name, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.credentialId = key.credentialId();
        this.credentialData = key.credentialData();
        this.signCount = key.signCount();
        this.synced = key.synced();
        this.name = name;
        this.createdAt = createdAt;
    }

    /**
     * The technical part.
     *
     * @param credentialId in Base64url
     * @param credentialData in Base64
     */
    public record Key(String credentialId, String credentialData, long signCount, boolean synced) {}

    public UUID id() {
        return id;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public Key key() {
        return new Key(credentialId, credentialData, signCount, synced);
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
