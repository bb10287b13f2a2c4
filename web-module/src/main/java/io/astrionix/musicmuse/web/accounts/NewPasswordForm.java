package io.astrionix.musicmuse.web.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new password as typed. Nothing is taken off it, not even space around it. */
@Named
@RequestScoped
public class NewPasswordForm {

    @NotBlank
    @Size(max = 1000)
    private String password;

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
