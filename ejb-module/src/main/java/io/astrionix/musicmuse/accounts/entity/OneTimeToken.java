package io.astrionix.musicmuse.accounts.entity;

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
public class OneTimeToken {

    /** What the token opens. The names are stored. */
    public enum Use {
        VERIFY_EMAIL,
        RESET_PASSWORD,
        CHANGE_EMAIL,
        GUARDIAN_CONSENT,
        GUARDIAN_PAGE,
        INVITATION,
        FIRST_ADMIN
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "token_use", nullable = false, updatable = false)
    private Use use;

    /** Null for the first administrator's token only: there is no account yet. */
    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private String tokenHash;

    /** What the token is about where the account does not say it: the new email of a change. */
    @Column(updatable = false)
    private String payload;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    protected OneTimeToken() {} // JPA

    public OneTimeToken(
            Use use,
            Optional<AccountId> account,
            String tokenHash,
            Optional<String> payload,
            Instant createdAt,
            Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.use = use;
        this.accountId = account.map(AccountId::value).orElse(null);
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
