package io.astrionix.musicmuse.web.accounts;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/**
 * Remembers, for as long as the browser's session lasts and only there, that its visitor was refused an account: another
 * birth date does not help (R59).
 */
@SessionScoped
public class RefusedVisitor implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean refused;

    public void refuse() {
        refused = true;
    }

    public boolean isRefused() {
        return refused;
    }
}
