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
import io.astrionix.musicmuse.shared.RequestOrigin.Origin;
import io.astrionix.musicmuse.shared.Role;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One time that somebody signed in, from then until it ends. It is open while nobody has ended it, its absolute end has
 * not come and it was seen within its idle time (ASVS 7.3.1, 7.3.2).
 */
@Entity
@Table(name = "sign_in")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "session-12h")
public class SignIn {

    private static final int LONGEST_DEVICE = 200;

    @Id
    @NotPersonal("random key of the row")
    private UUID id;

    @Column(name = "account_id", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SIGN_IN,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose sign-in it is")
    private UUID accountId;

    @Column(name = "created_at", nullable = false, updatable = false)
    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = {Purpose.SIGN_IN, Purpose.SECURITY},
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when you signed in")
    private Instant createdAt;

    @Column(name = "last_seen_at", nullable = false)
    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "ends a sign-in that is not used any more")
    private Instant lastSeenAt;

    @Column(name = "idle_seconds", nullable = false, updatable = false)
    @NotPersonal("a limit of this installation")
    private int idleSeconds;

    @Column(name = "absolute_end_at", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "when the sign-in ends in any case")
    private Instant absoluteEndAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "whether a second factor was used")
    private SignInLevel level;

    @Column(name = "credential_confirmed_at", nullable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "when the password was last typed, before changes that need it")
    private Instant credentialConfirmedAt;

    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "lets you tell your devices apart")
    private String device;

    @Column(updatable = false)
    @PersonalData(
            category = Category.NETWORK,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "lets you see where you are signed in")
    private String address;

    /** Names with spaces between, sorted. */
    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "ends the sign-in when the roles change")
    private String roles;

    @Column(name = "ended_at")
    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when it ended")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "why it ended")
    private SignInEnd endReason;

    protected SignIn() {} // JPA

    public SignIn(Account account, SignInLevel level, Limits limits, Origin origin, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = account.id().value();
        this.roles = text(account.roles());
        this.level = level;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.credentialConfirmedAt = now;
        this.idleSeconds = Math.toIntExact(limits.idle().toSeconds());
        this.absoluteEndAt = now.plus(limits.absolute());
        var words = origin.device().orElse("");
        this.device = words.substring(0, Math.min(words.length(), LONGEST_DEVICE));
        this.address = origin.address().orElse(null);
    }

    /** How long a sign-in lasts unused, and at the most. */
    public record Limits(Duration idle, Duration absolute) {}

    private static String text(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    /** Whether it is open, and its account is still what it was: may sign in, and has the same roles (ASVS 8.3.2). */
    public boolean isOpenFor(Account account, Instant now) {
        return isOpen(now) && account.maySignIn() && roles.equals(text(account.roles()));
    }

    public boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(absoluteEndAt) && now.isBefore(lastSeenAt.plusSeconds(idleSeconds));
    }

    public void seen(Instant now) {
        lastSeenAt = now;
    }

    /** The password, or a passkey, was asked for again. */
    public void credentialConfirmed(Instant now) {
        credentialConfirmedAt = now;
    }

    /** A second factor was given, or set up, within this sign-in. */
    public void raise(Instant now) {
        level = SignInLevel.SECOND_FACTOR;
        credentialConfirmedAt = now;
    }

    public void end(SignInEnd reason, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endReason = reason;
        }
    }

    public UUID id() {
        return id;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    public Duration idle() {
        return Duration.ofSeconds(idleSeconds);
    }

    public SignInLevel level() {
        return level;
    }

    public Instant credentialConfirmedAt() {
        return credentialConfirmedAt;
    }

    /** Browser and system in words; empty where unknown. */
    public String device() {
        return device;
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }
}
