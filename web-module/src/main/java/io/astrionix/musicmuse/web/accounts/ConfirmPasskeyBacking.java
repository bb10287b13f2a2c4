package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.OwnPasskeys;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Backs the button "with a passkey" of account/confirm.xhtml. */
@Named
@RequestScoped
public class ConfirmPasskeyBacking {

    @Inject
    private OwnPasskeys own;

    @Inject
    private PasskeyQuestion question;

    /** Action: goes on if it is one of the caller's own passkeys. */
    public void confirm() throws IOException {
        if (question.answer()
                .filter(given -> own.confirm(given.answer(), given.challenge()))
                .isPresent()) {
            ConfirmBacking.goOn(question.getNext());
        } else {
            Messages.error("passkey.notYours");
        }
    }

    /** Whether the caller has a passkey, and this site can ask for it. */
    public boolean isOffered() {
        return own.isThere() && question.isOffered();
    }
}
