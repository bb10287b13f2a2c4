package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.ConsentRequest;
import io.astrionix.musicmuse.accounts.boundary.ConsentText;
import io.astrionix.musicmuse.accounts.boundary.GuardianConsent;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Backs consent.xhtml: a guardian says yes or no. Opening the page changes nothing. */
@Named
@RequestScoped
public class ConsentBacking {

    @Inject
    private GuardianConsent consent;

    @Inject
    private LinkToken token;

    @Inject
    private SignedIn signedIn;

    private final ConsentForm form = new ConsentForm();
    private ConsentRequest asked;

    @PostConstruct
    void open() {
        asked = consent.open(token.getValue()).orElse(null);
    }

    /** Action of a guardian without account. */
    public String consent() {
        return outcome(consent.consent(token.getValue(), form.toCommand(Messages.locale())), "given");
    }

    /** Action of a guardian who is signed in. */
    public String consentSignedIn() {
        if (!consent.consentAsCaller(token.getValue(), form.isAiDisclosure())) {
            Messages.error("consent.otherAccount");
            return null;
        }
        return outcome(true, "given");
    }

    /** Action: no. */
    public String decline() {
        return outcome(consent.decline(token.getValue()), "declined");
    }

    private static String outcome(boolean worked, String what) {
        return "/consent.xhtml?faces-redirect=true&" + (worked ? what : "expired") + "=yes";
    }

    /** Null where the link does not work. */
    public ConsentRequest getAsked() {
        return asked;
    }

    public boolean isSignInNeeded() {
        return asked.hasAccount() && !signedIn.isPresent();
    }

    public ConsentForm getForm() {
        return form;
    }

    public String getTextVersion() {
        return ConsentText.VERSION;
    }
}
