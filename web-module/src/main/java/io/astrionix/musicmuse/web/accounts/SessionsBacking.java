package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.OwnSignIn;
import io.astrionix.musicmuse.accounts.boundary.OwnSignIns;
import io.astrionix.musicmuse.web.shared.InstantText;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Backs account/sessions.xhtml. */
@Named
@RequestScoped
public class SessionsBacking {

    @Inject
    private OwnSignIns own;

    private List<OwnSignIn> signIns;

    public List<OwnSignIn> getSignIns() {
        if (signIns == null) {
            signIns = own.list();
        }
        return signIns;
    }

    /** Action: ends one of the own sign-ins. */
    public void end(UUID id) {
        own.end(id);
        signIns = null;
        Messages.info("account.sessions.ended");
    }

    /** Action: ends all but this one. */
    public void endOthers() {
        own.endOthers();
        signIns = null;
        Messages.info("account.sessions.ended");
    }

    /** For texts with places, which take no converter. */
    public String text(Instant instant) {
        return InstantText.of(instant);
    }
}
