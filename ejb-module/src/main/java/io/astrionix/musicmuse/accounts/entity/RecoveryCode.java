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
import java.util.UUID;

/** A code on paper for the day the phone is gone. The row goes when the code is used. */
@Entity
@Table(name = "recovery_code")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "account-active")
public class RecoveryCode {

    @Id
    @NotPersonal("surrogate key")
    private UUID id;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SIGN_IN,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose recovery code it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = {Purpose.SIGN_IN, Purpose.SECURITY},
            source = Source.AUTOMATIC,
            export = Export.EXISTENCE,
            why = "a way in when the authenticator app is lost; only a hash")
    @Column(name = "code_hash", nullable = false, updatable = false)
    private String codeHash;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the recovery codes were made")
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    protected RecoveryCode() {} // JPA

    public RecoveryCode(AccountId account, String codeHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.codeHash = codeHash;
        this.createdAt = createdAt;
    }
}
