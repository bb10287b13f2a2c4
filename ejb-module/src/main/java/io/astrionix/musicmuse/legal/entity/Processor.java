package io.astrionix.musicmuse.legal.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.legal.boundary.ProcessorCommand;
import io.astrionix.musicmuse.legal.boundary.ProcessorView;
import io.astrionix.musicmuse.legal.boundary.TransferGround;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A company that handles data for the operator, and the contract that lets data leave its country (R65). */
@Entity
@Table(name = "processor")
@Cacheable(false)
@NotPersonal("companies and contracts of the operator")
public class Processor {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Recipient role;

    @Column(nullable = false, updatable = false)
    private String country;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private TransferGround ground;

    @Column(name = "contract_reference", nullable = false, updatable = false)
    private String contractReference;

    @Column(name = "signed_on", nullable = false, updatable = false)
    private LocalDate signedOn;

    /** Null while the contract holds. */
    @Column(name = "ended_on")
    private LocalDate endedOn;

    protected Processor() {} // JPA

    public Processor(ProcessorCommand command) {
        this.id = UUID.randomUUID();
        this.name = command.name();
        this.role = command.role();
        this.country = command.country();
        this.ground = command.ground();
        this.contractReference = command.contractReference();
        this.signedOn = command.signedOn();
    }

    /** @return whether it had not ended before */
    public boolean end(LocalDate on) {
        boolean held = endedOn == null;
        if (held) {
            endedOn = on;
        }
        return held;
    }

    public UUID id() {
        return id;
    }

    public ProcessorView view() {
        return new ProcessorView(id, name, role, country, ground, contractReference, signedOn, endedOn);
    }
}
