package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.accounts.boundary.EmailVerification;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Backs verify.xhtml, where the link of a mail leads. Opening the page changes nothing: mail programs open links too. */
@Named
@RequestScoped
public class VerifyBacking {

    @Inject
    private EmailVerification verification;

    @Inject
    private LinkToken token;

    private String registrant;

    @NotNull(message = "{io.astrionix.musicmuse.EmailAddress}")
    @EmailAddress
    private String email;

    @NotBlank
    @Size(max = 1000)
    private String password;

    @PostConstruct
    void open() {
        registrant = verification.registrant(token.getValue()).orElse(null);
    }

    /** Action: uses the link up. Minors go on to the page that asks for a guardian. */
    public String verify() {
        return verification
                .verify(token.getValue(), new TypedPassword(password))
                .map(done -> done.askGuardian()
                        .map(page -> "/ask-guardian.xhtml?faces-redirect=true&token=" + page)
                        .orElse("/verify.xhtml?faces-redirect=true&done=yes"))
                .orElse("/verify.xhtml?faces-redirect=true&expired=yes");
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

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
