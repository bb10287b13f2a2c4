package io.astrionix.musicmuse.web.accounts;

import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** The way on from a sign-in. */
final class AfterSignIn {

    private static final String HOME = "/";

    private AfterSignIn() {}

    /** @param next where the user wanted to go; taken only if it is a path on this site */
    static void goOn(String next) throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + (SignInBacking.isLocal(next) ? next : HOME));
    }
}
