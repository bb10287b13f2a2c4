package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.control.Devices;
import io.astrionix.musicmuse.accounts.control.Lane;
import io.astrionix.musicmuse.accounts.control.SignInLanes;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The caller's known devices. Open to all roles and none: {@link Caller} says whose they are. */
@Stateless
@PermitAll
public class OwnDevices {

    private Caller caller;
    private Devices devices;
    private SignInLanes lanes;
    private AuditLog audit;

    public OwnDevices() {} // required by the EJB proxy

    @Inject
    public OwnDevices(Caller caller, Devices devices, SignInLanes lanes, AuditLog audit) {
        this.caller = caller;
        this.devices = devices;
        this.lanes = lanes;
        this.audit = audit;
    }

    public List<OwnDevice> list() {
        return devices.of(caller.account().id()).stream()
                .map(device -> new OwnDevice(device.id(), device.device(), device.lastSeenAt()))
                .toList();
    }

    /** Makes one of the caller's devices a stranger; one of somebody else is answered like one that is not there. */
    public void forget(@NotNull UUID id) {
        var account = caller.account().id();
        if (devices.forget(account, id)) {
            audit.record(
                    AuditEvent.done(AuditAction.DEVICE_FORGOTTEN).by(account).on("device", id));
        }
    }

    /** Whether nobody can sign in from a new device, because of too many wrong passwords there. */
    public boolean isClosedToNew() {
        return lanes.isClosed(caller.account().email(), Lane.UNKNOWN_DEVICE);
    }

    /**
     * Lets new devices sign in again. Only from a known device: it is the proof that the owner asks.
     *
     * @throws CredentialNotFreshException if the password must be typed before
     */
    public void openToNew() {
        caller.requireFreshCredential();
        var account = caller.account();
        if (devices.lane(Optional.of(account)) == Lane.KNOWN_DEVICE) {
            lanes.open(account.email(), Lane.UNKNOWN_DEVICE);
            audit.record(AuditEvent.done(AuditAction.SIGN_IN_REOPENED)
                    .by(account.id())
                    .on("account", account.id()));
        }
    }
}
