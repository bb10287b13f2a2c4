package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.PasswordResetService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Backs reset.xhtml and reset-password.xhtml. */
@Named
@RequestScoped
public class ResetBacking {

    private static final String TOKEN = "[A-Za-z0-9_-]{1,100}";

    @Inject
    private PasswordResetService resets;

    @Inject
    private NewPasswordForm form;

    @NotBlank
    @Size(max = 320)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String email;

    private String token;
    private boolean done;

    /** Action: asks for a link; says the same whether there is such an account or not. */
    public void ask() {
        resets.ask(email);
        done = true;
    }

    /** Action: sets the password. */
    public void reset() {
        if (isOpen() && resets.reset(token, new TypedPassword(form.getPassword()))) {
            done = true;
        } else {
            Messages.error("reset.gone");
        }
    }

    /** Whether the link of the page still works. */
    public boolean isOpen() {
        return token != null && token.matches(TOKEN) && resets.isOpen(token);
    }

    public boolean isDone() {
        return done;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
