package io.astrionix.musicmuse.practice.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
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

/**
 * A microphone and loudspeaker in one browser, with the delay that was measured between them; or a MIDI keyboard, whose name
 * is not kept, and the delay between clicks and the keys pressed to them.
 */
@Entity
@Table(name = "audio_device")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "audio-devices", retention = "account-active")
public class AudioDevice {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose device it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    /** What tells this device from the account's others: device label, browser and output, as the page sees them. */
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "tells one device from another of the same account")
    @Column(name = "device_key", nullable = false, updatable = false)
    private String deviceKey;

    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "the device's name as its browser gives it")
    @Column(nullable = false)
    private String label;

    /** Median delay from a click on the loudspeaker to its sound in the microphone, in milliseconds. */
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "subtracted from what was heard")
    @Column(name = "latency_millis", nullable = false)
    private double latencyMillis;

    /** Interquartile range of the delays, in milliseconds. */
    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how good the measurement is")
    @Column(name = "spread_millis", nullable = false)
    private double spreadMillis;

    @PersonalData(
            category = Category.DEVICE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "which devices are the newest: older ones make room")
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
