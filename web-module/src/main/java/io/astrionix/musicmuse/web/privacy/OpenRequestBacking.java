package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.privacy.boundary.OpenRequests;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Backs privacy-request.xhtml: for whoever has no account, cannot sign in, or does not want to. */
@Named
@RequestScoped
public class OpenRequestBacking {

    @Inject
    private OpenRequests requests;

    @NotBlank
    @Size(max = 320)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String email;

    @NotNull
    private RequestKind kind = RequestKind.ACCESS;

    private boolean done;

    /** Action: asks; says the same whether there is such an account or not. */
    public void ask() {
        requests.ask(email, kind);
        done = true;
    }

    public boolean isDone() {
        return done;
    }

    public RequestKind[] getKinds() {
        return RequestKind.values();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public RequestKind getKind() {
        return kind;
    }

    public void setKind(RequestKind kind) {
        this.kind = kind;
    }
}
