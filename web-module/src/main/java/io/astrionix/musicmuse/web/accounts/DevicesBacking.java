package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.OwnDevice;
import io.astrionix.musicmuse.accounts.boundary.OwnDevices;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Backs the devices on account/sessions.xhtml. */
@Named
@RequestScoped
public class DevicesBacking {

    @Inject
    private OwnDevices own;

    private List<OwnDevice> devices;

    public List<OwnDevice> getDevices() {
        if (devices == null) {
            devices = own.list();
        }
        return devices;
    }

    /** Action: makes a device a stranger. */
    public void forget(UUID id) {
        own.forget(id);
        devices = null;
        Messages.info("account.devices.forgotten");
    }

    public boolean isClosed() {
        return own.isClosedToNew();
    }

    /** Action: lets new devices sign in again, after the password. */
    public void open() {
        own.openToNew();
        Messages.info("account.devices.opened");
    }
}
