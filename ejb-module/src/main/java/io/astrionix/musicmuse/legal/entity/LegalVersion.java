package io.astrionix.musicmuse.legal.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.LegalVersionView;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A version of a document, from the start that found its text on; never removed (R79). */
@Entity
@Table(name = "legal_version")
@Cacheable(false)
@NotPersonal("what the operator publishes")
public class LegalVersion {

    private static final String SEPARATOR = ",";

    @Id
    private UUID id;

    @Version
    @Column(name = "row_version")
    private long rowVersion;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private LegalDocument document;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false)
    private String sha256;

    @Column(name = "found_at", nullable = false, updatable = false)
    private Instant foundAt;

    /** Null: a draft. */
    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Column(nullable = false)
    private boolean material;

    /** Names of {@link Purpose}, with commas between them. */
    @Column(name = "changed_purposes", nullable = false)
    private String changedPurposes = "";

    /** Of a transfer: who gets the business. */
    @Column(updatable = false)
    private String successor;

    /** When the last mail about it was queued. */
    @Column(name = "told_at")
    private Instant toldAt;

    protected LegalVersion() {} // JPA

    /** A draft. */
    public LegalVersion(LegalDocument document, int number, String sha256, Instant foundAt) {
        this.id = UUID.randomUUID();
        this.document = document;
        this.number = number;
        this.sha256 = sha256;
        this.foundAt = foundAt;
    }

    /** The notice of a transfer of business to {@code successor}; not published yet. */
    public static LegalVersion ofTransfer(int number, String successor, String sha256, Instant at) {
        var notice = new LegalVersion(LegalDocument.TRANSFER, number, sha256, at);
        notice.successor = successor;
        return notice;
    }

    /** Another text of a draft. */
    public void rewritten(String newSha256) {
        sha256 = newSha256;
    }

    public void publish(Instant at, LocalDate effective, boolean isMaterial, Set<Purpose> purposes) {
        publishedAt = at;
        effectiveOn = effective;
        material = isMaterial;
        changedPurposes = purposes.stream().sorted().map(Purpose::name).collect(Collectors.joining(SEPARATOR));
    }

    public void told(Instant at) {
        toldAt = at;
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    public UUID id() {
        return id;
    }

    public LegalDocument document() {
        return document;
    }

    public int number() {
        return number;
    }

    public String sha256() {
        return sha256;
    }

    public LegalVersionView view() {
        return new LegalVersionView(
                document, number, sha256, publishedAt, effectiveOn, material, purposes(), successor, toldAt);
    }

    private Set<Purpose> purposes() {
        Collection<String> names =
                changedPurposes.isEmpty() ? Set.of() : Arrays.asList(changedPurposes.split(SEPARATOR));
        return names.stream().map(Purpose::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
