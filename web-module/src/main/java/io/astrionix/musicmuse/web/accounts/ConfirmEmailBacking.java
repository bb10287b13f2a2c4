package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Backs confirm-email.xhtml. Opening the link changes nothing: mail programs open links by themselves. */
@Named
@RequestScoped
public class ConfirmEmailBacking {

    private static final String TOKEN = "[A-Za-z0-9_-]{1,100}";

    @Inject
    private CredentialService credentials;

    private String token;
    private boolean done;

    /** Action: makes the new address the account's. */
    public void confirm() {
        if (isToken() && credentials.confirmEmailChange(token)) {
            done = true;
        } else {
            Messages.error("reset.gone");
        }
    }

    public boolean isOpen() {
        return isToken() && credentials.isEmailChangeOpen(token);
    }

    private boolean isToken() {
        return token != null && token.matches(TOKEN);
    }

    public boolean isDone() {
        return done;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
