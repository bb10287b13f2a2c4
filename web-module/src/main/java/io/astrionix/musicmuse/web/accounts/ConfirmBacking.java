package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;

/** Backs account/confirm.xhtml: asks for the password before a change that needs it. */
@Named
@RequestScoped
public class ConfirmBacking {

    private static final String HOME = "/account/security.xhtml";

    @Inject
    private CredentialService credentials;

    @NotBlank
    @Size(max = 1000)
    private String password;

    /** The page that needs it; a path on this site. */
    private String next;

    /** Action: goes on if the password is right. */
    public void confirm() throws IOException {
        if (credentials.confirm(new TypedPassword(password))) {
            goOn(next);
        } else {
            Messages.error("account.password.wrong");
        }
    }

    /** @param next taken only if it is a path on this site */
    static void goOn(String next) throws IOException {
        Redirect.to(SignInBacking.isLocal(next) ? next : HOME);
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
