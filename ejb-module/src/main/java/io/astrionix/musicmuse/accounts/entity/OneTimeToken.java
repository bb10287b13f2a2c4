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
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A link in a mail that works once. Kept is only the token's hash. */
@Entity
@Table(name = "one_time_token")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "link-until-due")
public class OneTimeToken {

    /** What the token opens. The names are stored. */
    public enum Use {
        VERIFY_EMAIL,
        /** The second step of signing in; never leaves the server. */
        SECOND_FACTOR,
        RESET_PASSWORD,
        CHANGE_EMAIL,
        GUARDIAN_CONSENT,
        GUARDIAN_PAGE,
        INVITATION,
        FIRST_ADMIN
    }

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "what the link of a mail opens")
    @Enumerated(EnumType.STRING)
    @Column(name = "token_use", nullable = false, updatable = false)
    private Use use;

    /** Null for the first administrator's token only: there is no account yet. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose link it is")
    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "recognises the link, which itself is not kept")
    @Column(name = "token_hash", nullable = false, updatable = false)
    private String tokenHash;

    /** What the token is about where the account does not say it: the new email of a change. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.SELF,
            export = Export.ACCESS,
            why = "the new email of a change until it is confirmed")
    @Column(updatable = false)
    private String payload;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the link was asked for")
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "until when the link works")
    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    protected OneTimeToken() {} // JPA

    public OneTimeToken(
            Use use,
            AccountId account,
            String tokenHash,
            Optional<String> payload,
            Instant createdAt,
            Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.use = use;
        this.accountId = account.value();
        this.tokenHash = tokenHash;
        this.payload = payload.orElse(null);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(accountId).map(AccountId::new);
    }

    public Optional<String> payload() {
        return Optional.ofNullable(payload);
    }
}
