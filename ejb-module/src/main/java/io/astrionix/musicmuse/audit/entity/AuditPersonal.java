package io.astrionix.musicmuse.audit.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * One personal value of an audit entry, such as the email tried. Entry and chain know it only as a commitment, so it can be
 * deleted; {@code audit_forget} does.
 */
@Entity
@Table(name = "audit_personal")
@IdClass(AuditPersonal.Key.class)
@Cacheable(false)
@PersonalRecord(subject = "value", activity = "security-log", retention = "audit-1y")
public class AuditPersonal {

    @NotPersonal("id of the entry")
    @Id
    @Column(name = "entry_id")
    private UUID entryId;

    @NotPersonal("what the value is, such as email")
    @Id
    private String name;

    @NotPersonal("random bytes")
    @Column(nullable = false, updatable = false)
    private byte[] salt;

    @PersonalData(
            category = Category.NETWORK,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.DELETE,
            why = "address or email that an event came from or was about")
    @Column(nullable = false, updatable = false)
    private String value;

    @NotPersonal("whether it is where a security event came from, and so stays its year")
    @Column(name = "for_security", nullable = false, updatable = false)
    private boolean forSecurity;

    protected AuditPersonal() {} // JPA

    public AuditPersonal(UUID entryId, String name, byte[] salt, String value, boolean forSecurity) {
        this.entryId = entryId;
        this.name = name;
        this.salt = salt.clone();
        this.value = value;
        this.forSecurity = forSecurity;
    }

    public UUID entryId() {
        return entryId;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** Primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID entryId;
        private String name;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(entryId, key.entryId) && Objects.equals(name, key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(entryId, name);
        }
    }
}
