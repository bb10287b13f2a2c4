package io.astrionix.musicmuse.practice.entity;

import io.astrionix.musicmuse.practice.boundary.CalibrateDeviceCommand;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A microphone and loudspeaker in one browser, with the delay that was measured between them. */
@Entity
@Table(name = "audio_device")
@Cacheable(false)
public class AudioDevice {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    /** What tells this device from the account's others: device label, browser and output, as the page sees them. */
    @Column(name = "device_key", nullable = false, updatable = false)
    private String deviceKey;

    @Column(nullable = false)
    private String label;

    /** Median delay from a click on the loudspeaker to its sound in the microphone, in milliseconds. */
    @Column(name = "latency_millis", nullable = false)
    private double latencyMillis;

    /** Interquartile range of the delays, in milliseconds. */
    @Column(name = "spread_millis", nullable = false)
    private double spreadMillis;

    @Column(name = "measured_at", nullable = false)
    private Instant measuredAt;

    protected AudioDevice() {} // JPA

    public AudioDevice(AccountId account, CalibrateDeviceCommand measured, Instant at) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.deviceKey = measured.deviceKey();
        remeasure(measured, at);
    }

    public final void remeasure(CalibrateDeviceCommand measured, Instant at) {
        this.label = measured.label();
        this.latencyMillis = measured.latencyMillis();
        this.spreadMillis = measured.spreadMillis();
        this.measuredAt = at;
    }
}
