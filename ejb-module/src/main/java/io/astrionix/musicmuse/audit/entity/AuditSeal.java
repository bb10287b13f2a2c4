package io.astrionix.musicmuse.audit.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link of the chain: gives an entry its number and proves it. The sealer writes them with JDBC. */
@Entity
@Table(name = "audit_seal")
@Cacheable(false)
@NotPersonal("numbers, times and keyed hashes")
public class AuditSeal {

    @Id
    private long seq;

    @Column(name = "entry_id", nullable = false, updatable = false)
    private UUID entryId;

    @Column(nullable = false, updatable = false)
    private byte[] digest;

    @Column(name = "key_id", nullable = false, updatable = false)
    private String keyId;

    @Column(nullable = false, updatable = false)
    private byte[] hash;

    @Column(name = "sealed_at", nullable = false, insertable = false, updatable = false)
    private Instant sealedAt;

    protected AuditSeal() {} // JPA

    public long seq() {
        return seq;
    }

    public UUID entryId() {
        return entryId;
    }

    public Instant sealedAt() {
        return sealedAt;
    }
}
