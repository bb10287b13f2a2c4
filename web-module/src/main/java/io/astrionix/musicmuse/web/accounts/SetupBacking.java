package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.accounts.boundary.FirstAdminCommand;
import io.astrionix.musicmuse.accounts.boundary.FirstAdminService;
import io.astrionix.musicmuse.accounts.boundary.PersonName;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Backs setup.xhtml: the account of whoever runs this installation. */
@Named
@RequestScoped
public class SetupBacking {

    @Inject
    private FirstAdminService firstAdmin;

    @Size(max = 100)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String token;

    @NotBlank
    @PersonName
    private String name;

    @NotBlank
    @EmailAddress
    private String email;

    @NotBlank
    @Size(max = 1000)
    private String password;

    private boolean done;
    private Boolean open;

    /** Action: makes the account. */
    public void create() {
        done = firstAdmin
                .create(new FirstAdminCommand(token == null ? "" : token, name, email, password))
                .isPresent();
        if (!done) {
            Messages.error("setup.closed");
        }
    }

    /** Whether the link of the page can be used. */
    public boolean isOpen() {
        if (open == null) {
            open = token != null && firstAdmin.isOpen(token);
        }
        return open;
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
