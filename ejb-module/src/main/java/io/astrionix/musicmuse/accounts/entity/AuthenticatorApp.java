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

/** An account's authenticator app. It counts as soon as a first code has confirmed it. */
@Entity
@Table(name = "authenticator_app")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "account-active")
public class AuthenticatorApp {

    /** Before all steps there are. */
    public static final long NO_STEP = -1;

    @Id
    @NotPersonal("surrogate key")
    private UUID id;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SIGN_IN,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose authenticator app it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    @NotPersonal("which key of the installation sealed the seed")
    @Column(name = "key_id", nullable = false, updatable = false)
    private String keyId;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = {Purpose.SIGN_IN, Purpose.SECURITY},
            source = Source.AUTOMATIC,
            export = Export.EXISTENCE,
            why = "checks the codes of the authenticator app; encrypted")
    @Column(name = "sealed_seed", nullable = false, updatable = false)
    private String sealedSeed;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the authenticator app was offered")
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** Null until a first code was right. */
    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "since when the authenticator app is asked for")
    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    /** The newest 30-second step whose code was used: no code works twice. */
    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "no code works twice")
    @Column(name = "last_step", nullable = false)
    private long lastStep = NO_STEP;

    protected AuthenticatorApp() {} // JPA

    public AuthenticatorApp(AccountId account, String keyId, String sealedSeed, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.keyId = keyId;
        this.sealedSeed = sealedSeed;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public String keyId() {
        return keyId;
    }

    public String sealedSeed() {
        return sealedSeed;
    }

    public long lastStep() {
        return lastStep;
    }

    /** From now on it counts. */
    public void confirm(Instant at) {
        this.confirmedAt = at;
    }

    /** Empty until a first code was right. */
    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }
}
