package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.accounts.boundary.RestrictionView;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an account is used (A2), whether its data may be (A9), and whether it is about to be erased (R55). */
@Embeddable
@PersonalRecord(
        activity = "accounts",
        retention = {"account-active", "account-idle-24m"})
public class AccountUse {

    private static final Duration ACTIVE_EVERY = Duration.ofDays(1);

    /** Set when somebody signs in, at most once a day. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the account was last used")
    @Column(name = "last_active_at", nullable = false)
    private Instant lastActiveAt;

    /** When the last of the notices went out that come before an unused account ends; null before. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.CONTACT,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when its owner was last told that the account is about to end")
    @Column(name = "idle_noticed_at")
    private Instant idleNoticedAt;

    /** Since when the data is stored and used for nothing; null where it is not so. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "since when processing is restricted")
    @Column(name = "restricted_at")
    private Instant restrictedAt;

    /** Null while the end is open. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the restriction ends")
    @Column(name = "restriction_ends_at")
    private Instant restrictionEndsAt;

    /** Since when nobody is shown the profile: its owner has asked to be erased (R55); null where that is not so. */
    @PersonalData(
            category = Category.ACCOUNT,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "hides an account that is to be erased")
    @Column(name = "hidden_at")
    private Instant hiddenAt;

    protected AccountUse() {} // JPA

    AccountUse(Instant now) {
        this.lastActiveAt = now;
    }

    /** Somebody signs in. */
    public void active(Instant now) {
        if (lastActiveAt.plus(ACTIVE_EVERY).isBefore(now) || idleNoticedAt != null) {
            lastActiveAt = now;
            idleNoticedAt = null;
        }
    }

    public Instant lastActiveAt() {
        return lastActiveAt;
    }

    /** The last notice before the end went out. */
    public void lastIdleNotice(Instant now) {
        idleNoticedAt = now;
    }

    /** To be erased: shown to nobody any more. Asked twice, the first time counts. */
    public void hide(Instant at) {
        if (hiddenAt == null) {
            hiddenAt = at;
        }
    }

    public boolean isHidden() {
        return hiddenAt != null;
    }

    /** It stays after all. */
    public void show() {
        hiddenAt = null;
    }

    public RestrictionView restriction() {
        return new RestrictionView(Optional.ofNullable(restrictedAt), Optional.ofNullable(restrictionEndsAt));
    }

    /** @return whether it was not restricted, or about to be so no longer */
    public boolean restrict(Instant now) {
        boolean changes = restrictedAt == null || restrictionEndsAt != null;
        if (restrictedAt == null) {
            restrictedAt = now;
        }
        restrictionEndsAt = null;
        return changes;
    }

    /** @return whether it is restricted and had no end */
    public boolean endRestriction(Instant end) {
        boolean changes = restrictedAt != null && restrictionEndsAt == null;
        if (changes) {
            restrictionEndsAt = end;
        }
        return changes;
    }

    public void liftRestriction() {
        restrictedAt = null;
        restrictionEndsAt = null;
    }
}
