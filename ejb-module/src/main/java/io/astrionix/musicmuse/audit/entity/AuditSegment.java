package io.astrionix.musicmuse.audit.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The header of a month of the chain. The sealer writes them with JDBC. */
@Entity
@Table(name = "audit_segment")
@Cacheable(false)
@NotPersonal("numbers, times and keyed hashes")
public class AuditSegment {

    @Id
    @Column(name = "first_seq")
    private long firstSeq;

    @Column(name = "last_seq", nullable = false, updatable = false)
    private long lastSeq;

    @Column(nullable = false, updatable = false)
    private String month;

    @Column(nullable = false, updatable = false)
    private long entries;

    @Column(name = "first_sealed_at", nullable = false, updatable = false)
    private Instant firstSealedAt;

    @Column(name = "last_sealed_at", nullable = false, updatable = false)
    private Instant lastSealedAt;

    @Column(nullable = false, updatable = false)
    private byte[] root;

    @Column(name = "previous_root", nullable = false, updatable = false)
    private byte[] previousRoot;

    @Column(name = "key_id", nullable = false, updatable = false)
    private String keyId;

    @Column(nullable = false, updatable = false)
    private byte[] mac;

    protected AuditSegment() {} // JPA
}
