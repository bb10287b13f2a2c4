package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.practice.control.AudioDeviceRepository;
import io.astrionix.musicmuse.practice.entity.AudioDevice;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;

/** The audio devices of an account and their measured delay. */
@Stateless
@RolesAllowed({Role.Names.LEARNER, Role.Names.TRAINER})
public class AudioDeviceService {

    private AudioDeviceRepository devices;
    private AuditLog audit;
    private Clock clock;

    public AudioDeviceService() {} // required by the EJB proxy

    @Inject
    public AudioDeviceService(AudioDeviceRepository devices, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a measurement; the newest of a device counts. At most {@value AudioDeviceRepository#LIMIT} devices stay. */
    public void calibrate(@NotNull AccountId account, @NotNull @Valid CalibrateDeviceCommand measured) {
        devices.findByKey(account, measured.deviceKey())
                .ifPresentOrElse(
                        device -> device.remeasure(measured, clock.instant()),
                        () -> devices.add(account, new AudioDevice(account, measured, clock.instant())));
        audit.record(AuditEvent.done(AuditAction.AUDIO_DEVICE_CHANGED).by(account));
    }

    /** The account's devices, the one measured last first. */
    public List<AudioDeviceView> devices(@NotNull AccountId account) {
        return devices.ofAccount(account);
    }
}
