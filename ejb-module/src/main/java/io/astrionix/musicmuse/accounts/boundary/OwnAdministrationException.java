package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** An administrator would shut the own account out. */
public class OwnAdministrationException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public OwnAdministrationException() {
        super("admin.users.own", "Administrators do not lock themselves out, and one always stays");
    }
}
