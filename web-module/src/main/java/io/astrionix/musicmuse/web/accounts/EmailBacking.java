package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.web.shared.FreshCredential;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;

/** Backs account/email.xhtml. */
@Named
@RequestScoped
public class EmailBacking {

    @Inject
    private CredentialService credentials;

    @NotBlank
    @EmailAddress
    private String email;

    /** View action: the password first, then the form. */
    public void requireFresh() throws IOException {
        if (!credentials.isFresh()) {
            FreshCredential.ask();
        }
    }

    /** Action: sends the link to the new address. */
    public void ask() {
        credentials.askEmailChange(email);
        Messages.info("account.email.sent", email.strip());
    }

    public String getCurrent() {
        return credentials.email();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
