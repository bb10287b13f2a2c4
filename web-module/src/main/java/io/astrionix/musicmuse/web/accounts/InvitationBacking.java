package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.InvitationCommand;
import io.astrionix.musicmuse.accounts.boundary.InvitationService;
import io.astrionix.musicmuse.accounts.boundary.PersonName;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Backs invitation.xhtml: an account for somebody who was invited. */
@Named
@RequestScoped
public class InvitationBacking {

    @Inject
    private InvitationService invitations;

    @Size(max = 100)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String token;

    @NotBlank
    @PersonName
    private String name;

    @NotBlank
    @Size(max = 1000)
    private String password;

    private boolean done;
    private Optional<String> email;

    /** Action: takes the invitation. */
    public void take() {
        done = token != null && invitations.take(new InvitationCommand(token, name, password));
        if (!done) {
            Messages.error("invitation.closed");
        }
    }

    /** Whom the invitation is for; null where it cannot be taken. */
    public String getEmail() {
        if (email == null) {
            email = Optional.ofNullable(token).flatMap(invitations::emailOf);
        }
        return email.orElse(null);
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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
