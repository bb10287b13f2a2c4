package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Wrong passwords for one account from one network. */
@Entity
@Table(name = "sign_in_network")
@Cacheable(false)
@NotPersonal("counters under keyed hashes of a network and an address; gone after a day")
public class SignInNetwork {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String network;

    @Column(nullable = false)
    private int failures;

    @Column(name = "last_failed_at", nullable = false)
    private Instant lastFailedAt;

    protected SignInNetwork() {} // JPA
}
