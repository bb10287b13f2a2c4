package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Backs account/password.xhtml. */
@Named
@RequestScoped
public class PasswordBacking {

    @Inject
    private CredentialService credentials;

    @Inject
    private NewPasswordForm form;

    @NotBlank
    @Size(max = 1000)
    private String current;

    /** Action: changes the password if the current one is right. */
    public void change() {
        if (credentials.changePassword(new TypedPassword(current), new TypedPassword(form.getPassword()))) {
            Messages.info("account.password.changed");
        } else {
            Messages.error("account.password.wrong");
        }
    }

    public int getLeast() {
        return credentials.leastCharacters();
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }
}
