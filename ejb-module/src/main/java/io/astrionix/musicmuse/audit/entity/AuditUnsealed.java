package io.astrionix.musicmuse.audit.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An entry that waits for its seal: the sealer's list of work. */
@Entity
@Table(name = "audit_unsealed")
@Cacheable(false)
@NotPersonal("id of an entry, for about a second")
public class AuditUnsealed {

    @Id
    @Column(name = "entry_id")
    private UUID entryId;

    @Column(name = "queued_at", nullable = false, insertable = false, updatable = false)
    private Instant queuedAt;

    protected AuditUnsealed() {} // JPA

    public AuditUnsealed(UUID entryId) {
        this.entryId = entryId;
    }
}
