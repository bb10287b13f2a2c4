package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;

/** Backs the button "with a passkey" of signin.xhtml, and the one of signin-code.xhtml. */
@Named
@RequestScoped
public class PasskeySignInBacking {

    @Inject
    private SecondFactorService secondFactor;

    @Inject
    private PasskeyQuestion question;

    @Inject
    private SignedIn signedIn;

    /** Action: signs in as whoever's passkey it is, and goes on to where the user wanted to go. */
    public void signIn() throws IOException {
        begin(
                question.answer().flatMap(given -> secondFactor.signInWithPasskey(given.answer(), given.challenge())),
                "passkey.wrong");
    }

    /** Action: the second step after the password, by a passkey of the same account. */
    public void finish() throws IOException {
        begin(
                signedIn.ticket().flatMap(ticket -> question.answer()
                        .flatMap(given -> secondFactor.finishWithPasskey(ticket, given.answer(), given.challenge()))),
                "passkey.notYours");
    }

    private void begin(Optional<SignInResult.SignedIn> begun, String problem) throws IOException {
        if (begun.isEmpty()) {
            Messages.error(problem);
            return;
        }
        signedIn.begin(begun.get());
        AfterSignIn.goOn(question.getNext(), signedIn.home());
    }
}
