package io.astrionix.musicmuse.accounts.entity;

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
import io.astrionix.musicmuse.shared.Role;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Somebody who can sign in. The email is kept in lower case; the password only as a bcrypt hash. */
@Entity
@Table(name = "account")
@Cacheable(false)
@PersonalRecord(
        subject = "id",
        activity = "accounts",
        retention = {"account-active", "pending-guardian-14d", "unverified-7d", "account-idle-24m"})
public class Account {

    /** Later than the link of the last mail ends, so that it can be sent again. */
    private static final Duration TIME_TO_VERIFY = Duration.ofDays(7);

    private static final Duration TIME_FOR_A_GUARDIAN = Duration.ofDays(14);

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "names the account inside the system")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = {Purpose.SIGN_IN, Purpose.CONTACT},
            source = Source.SELF,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.PORTABLE,
            why = "sign-in, and where mails go")
    @Column(nullable = false)
    private String email;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.SELF,
            recipients = {Recipient.MAIL_PROVIDER, Recipient.GUARDIAN},
            export = Export.PORTABLE,
            why = "greeting on pages and in mails")
    @Column(name = "display_name", nullable = false)
    private String displayName;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SIGN_IN,
            source = Source.SELF,
            export = Export.EXISTENCE,
            why = "checks the password, which itself is not kept")
    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the account began")
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = {Purpose.SERVICE, Purpose.SECURITY},
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "whether the account may be used")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AccountStatus status = AccountStatus.ACTIVE;

    /** The language of mails, as an IETF tag. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.CONTACT,
            source = Source.SELF,
            export = Export.PORTABLE,
            why = "the language of mails")
    @Column(nullable = false)
    private String language = Locale.ENGLISH.toLanguageTag();

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = {Purpose.CONTACT, Purpose.SECURITY},
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "that mails reach the account's owner")
    @Column(name = "email_verified_at")
    private Instant emailVerifiedAt;

    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            why = "adult or minor; all that is kept of a birth date")
    @Enumerated(EnumType.STRING)
    @Column(name = "age_state", nullable = false)
    private AgeState ageState = AgeState.ADULT;

    /** First day of the first month in which a minor is an adult on every day; null for adults. */
    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            why = "from which month on a minor is an adult")
    @Column(name = "adult_from")
    private LocalDate adultFrom;

    /** When an account goes whose email nobody has verified by then; null once it is. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "by when the email has to be verified")
    @Column(name = "verify_due_at")
    private Instant verifyDueAt;

    /** When a minor's account goes unless a guardian has consented by then (R62); null where none is needed. */
    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "by when a guardian has to answer")
    @Column(name = "guardian_due_at")
    private Instant guardianDueAt;

    @NotPersonal("what is in it says what it is")
    @Embedded
    private AccountUse use;

    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "decides what may be opened")
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role", nullable = false)
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {} // JPA

    public Account(String email, String displayName, Role role, String passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.email = canonical(email);
        this.displayName = Objects.requireNonNull(displayName, "displayName");
        this.passwordHash = Objects.requireNonNull(passwordHash, "passwordHash");
        this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
        this.use = new AccountUse(createdAt);
        this.roles.add(role);
    }

    /** The one spelling under which an email is stored and looked up. */
    public static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** An account that can do nothing until its email is verified, and goes unless that happens in time. */
    public static Account registered(String email, Instant at) {
        var account = new Account(email, "", Role.LEARNER, "", at);
        account.status = AccountStatus.UNVERIFIED;
        account.verifyDueAt = at.plus(TIME_TO_VERIFY);
        return account;
    }

    /** Takes what a registration says of its person. */
    public void complete(String displayName, String passwordHash, Locale language) {
        this.displayName = Objects.requireNonNull(displayName, "displayName");
        this.passwordHash = Objects.requireNonNull(passwordHash, "passwordHash");
        this.language = language.toLanguageTag();
    }

    /** Keeps of the birth month only whether somebody is a minor, and until when (A1). */
    public void keepAge(BirthMonth birth, YearMonth today) {
        boolean adult = birth.isAdultIn(today);
        ageState = adult ? AgeState.ADULT : AgeState.MINOR;
        adultFrom = adult ? null : birth.adultFrom().atDay(1);
    }

    /** Minors then wait for a guardian, for a time (R62). */
    public void verifyEmail(Instant at) {
        emailVerifiedAt = at;
        verifyDueAt = null;
        if (isMinorOn(LocalDate.ofInstant(at, ZoneOffset.UTC))) {
            waitForGuardian(at);
        } else {
            status = AccountStatus.ACTIVE;
        }
    }

    /** Also where nobody answers for a minor any more. */
    public void waitForGuardian(Instant at) {
        status = AccountStatus.PENDING_GUARDIAN;
        guardianDueAt = at.plus(TIME_FOR_A_GUARDIAN);
    }

    /** Computed: nobody has to change a row on the day somebody comes of age. */
    public boolean isMinorOn(LocalDate day) {
        return ageState == AgeState.MINOR && day.isBefore(adultFrom);
    }

    /** A guardian has consented. */
    public void activate() {
        status = AccountStatus.ACTIVE;
        guardianDueAt = null;
    }

    /** A guardian has withdrawn: nobody gets in, and the account is due to go (R63). */
    public void lockForWithdrawal(Instant at) {
        status = AccountStatus.LOCKED;
        guardianDueAt = at.plus(TIME_FOR_A_GUARDIAN);
    }

    /** The link in a guardian's mail has proved the address, and the guardian says to be an adult. */
    public void becomeGuardian(Instant at) {
        ageState = AgeState.ADULT;
        adultFrom = null;
        roles.clear();
        roles.add(Role.GUARDIAN);
        verifyEmail(at);
    }

    public void changePassword(String newHash) {
        this.passwordHash = Objects.requireNonNull(newHash, "newHash");
    }

    /** @return whether it is new */
    public boolean grant(Role role) {
        return roles.add(role);
    }

    /** @return whether it was there */
    public boolean revoke(Role role) {
        return roles.remove(role);
    }

    /** @return whether it was open */
    public boolean lock() {
        boolean open = status == AccountStatus.ACTIVE;
        if (open) {
            status = AccountStatus.LOCKED;
        }
        return open;
    }

    /**
     * Not where a guardian has withdrawn: nobody else can give that consent.
     *
     * @return whether it was locked
     */
    public boolean unlock() {
        boolean locked = status == AccountStatus.LOCKED && guardianDueAt == null;
        if (locked) {
            status = AccountStatus.ACTIVE;
        }
        return locked;
    }

    /** The new address is verified: its owner has used a link that went there. */
    public void changeEmail(String newEmail, Instant now) {
        this.email = canonical(newEmail);
        this.emailVerifiedAt = now;
    }

    public AccountUse use() {
        return use;
    }

    public boolean maySignIn() {
        return status == AccountStatus.ACTIVE;
    }

    /** Whether a role asks for a second factor, and the sign-in has none. */
    public boolean needsMoreThan(SignInLevel level) {
        return level != SignInLevel.SECOND_FACTOR && roles.stream().anyMatch(Role::needsSecondFactor);
    }

    /** What a sign-in at that level may do: roles that need a second factor are withheld without one (ASVS 6.3.3). */
    public Set<Role> rolesAt(SignInLevel level) {
        var given = roles();
        if (level != SignInLevel.SECOND_FACTOR) {
            given.removeIf(Role::needsSecondFactor);
        }
        return given;
    }

    /**
     * How the account is greeted from now on.
     *
     * @param newLanguage of pages and mails, as an IETF tag
     */
    public void present(String newDisplayName, String newLanguage) {
        this.displayName = Objects.requireNonNull(newDisplayName, "newDisplayName");
        this.language = Objects.requireNonNull(newLanguage, "newLanguage");
    }

    public AccountId id() {
        return new AccountId(id);
    }

    public String email() {
        return email;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public AccountStatus status() {
        return status;
    }

    public Optional<Instant> verifyDueAt() {
        return Optional.ofNullable(verifyDueAt);
    }

    public Optional<Instant> guardianDueAt() {
        return Optional.ofNullable(guardianDueAt);
    }

    public AgeState ageState() {
        return ageState;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public String displayName() {
        return displayName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }
}
