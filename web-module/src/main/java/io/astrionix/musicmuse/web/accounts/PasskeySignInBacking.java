package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Backs the button "with a passkey" of signin.xhtml, and the one of signin-code.xhtml. */
@Named
@RequestScoped
public class PasskeySignInBacking {

    @Inject
    private SecondFactorService secondFactor;

    @Inject
    private PasskeyChallenge challenge;

    @Inject
    private SignedIn signedIn;

    private String options;
    private String answer;
    private String next;

    /** Action: signs in as whoever's passkey it is, and goes on to where the user wanted to go. */
    public void signIn() throws IOException {
        var asked = challenge.take();
        var begun = answer == null
                ? null
                : asked.flatMap(c -> secondFactor.signInWithPasskey(answer, c)).orElse(null);
        if (begun == null) {
            Messages.error("passkey.wrong");
            return;
        }
        signedIn.begin(begun);
        AfterSignIn.goOn(next, signedIn.home());
    }

    /** Action: the second step after the password, by a passkey of the same account. */
    public void finish() throws IOException {
        var asked = challenge.take();
        var ticket = signedIn.ticket();
        var begun = answer == null || ticket.isEmpty()
                ? null
                : asked.flatMap(c -> secondFactor.finishWithPasskey(ticket.get(), answer, c))
                        .orElse(null);
        if (begun == null) {
            Messages.error("passkey.notYours");
            return;
        }
        signedIn.begin(begun);
        AfterSignIn.goOn(next, signedIn.home());
    }

    /** Whether this site can have passkeys. */
    public boolean isOffered() {
        // Asked before the action too: a new challenge now would make the answer to the last one wrong.
        return secondFactor.passkeyRequest().isPresent();
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
