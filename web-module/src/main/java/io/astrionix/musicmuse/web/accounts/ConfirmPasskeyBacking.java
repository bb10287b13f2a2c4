package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.OwnPasskeys;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
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
    private SecondFactorService secondFactor;

    @Inject
    private PasskeyChallenge challenge;

    private String options;
    private String answer;

    /** The page that needs it; a path on this site. */
    private String next;

    /** Action: goes on if it is one of the caller's own passkeys. */
    public void confirm() throws IOException {
        var asked = challenge.take();
        if (answer != null && asked.filter(c -> own.confirm(answer, c)).isPresent()) {
            ConfirmBacking.goOn(next);
        } else {
            Messages.error("passkey.notYours");
        }
    }

    /** Whether the caller has a passkey, and this site can ask for it. */
    public boolean isOffered() {
        return own.isThere() && secondFactor.passkeyRequest().isPresent();
    }

    /** What to ask the browser, as JSON: for the page, once. Null where this site cannot have passkeys. */
    public String getOptions() {
        if (options == null) {
            options = secondFactor.passkeyRequest().map(challenge::keep).orElse(null);
        }
        return options;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
