package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.accounts.boundary.EmailVerification;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;

/** Backs verify.xhtml, where the link of a mail leads. Opening the page changes nothing: mail programs open links too. */
@Named
@RequestScoped
public class VerifyBacking {

    @Inject
    private EmailVerification verification;

    private String token;
    private String registrant;

    @NotNull(message = "{io.astrionix.musicmuse.EmailAddress}")
    @EmailAddress
    private String email;

    /** View action: looks whether the link still works. */
    public void open() {
        registrant = token == null ? null : verification.registrant(token).orElse(null);
    }

    /** Action: uses the link up. Minors go on to the page that asks for a guardian. */
    public String verify() {
        var verified = token == null ? null : verification.verify(token).orElse(null);
        if (verified == null) {
            return "/verify.xhtml?faces-redirect=true&expired=yes";
        }
        return verified.askGuardian()
                .map(page -> "/ask-guardian.xhtml?faces-redirect=true&token=" + page)
                .orElse("/verify.xhtml?faces-redirect=true&done=yes");
    }

    /** Action: sends the link once more, and says the same whatever the address. */
    public String sendAgain() {
        verification.sendAgain(email);
        return "/register.xhtml?faces-redirect=true&sent=yes";
    }

    /** The name the registrant gave; null where the link does not work. */
    public String getRegistrant() {
        return registrant;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
