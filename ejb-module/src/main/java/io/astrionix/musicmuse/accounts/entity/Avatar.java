package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An account's picture, as we made it of what was uploaded. In the database, so that it goes with the account. */
@Entity
@Table(name = "account_avatar")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "account-active")
public class Avatar {

    @Id
    @Column(name = "account_id")
    @PersonalData(
            category = Category.PROFILE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose picture it is")
    private UUID accountId;

    /** A JPEG without metadata. */
    @Column(nullable = false)
    @PersonalData(
            category = Category.PROFILE,
            purpose = Purpose.SERVICE,
            source = Source.SELF,
            export = Export.PORTABLE,
            restriction = Restriction.HIDE,
            why = "the picture")
    private byte[] picture;

    @Column(name = "changed_at", nullable = false)
    @PersonalData(
            category = Category.PROFILE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the picture was changed")
    private Instant changedAt;

    protected Avatar() {} // JPA

    public Avatar(AccountId account, byte[] picture, Instant at) {
        this.accountId = account.value();
        become(picture, at);
    }

    public void become(byte[] newPicture, Instant at) {
        picture = newPicture.clone();
        changedAt = at;
    }

    public byte[] picture() {
        return picture.clone();
    }
}
