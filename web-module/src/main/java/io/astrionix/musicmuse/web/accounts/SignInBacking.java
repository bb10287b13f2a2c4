package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.accounts.boundary.SignInService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Backs signin.xhtml. */
@Named
@RequestScoped
public class SignInBacking {

    private static final String SECOND_STEP = "/signin-code.xhtml";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private SignInService signIn;

    @Inject
    private SignedIn signedIn;

    @NotBlank
    @Size(max = 320)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String email;

    @NotBlank
    @Size(max = 1000)
    private String password;

    /** Where the user wanted to go; a path on this site. */
    private String next;

    /** Action: signs in and goes on to where the user wanted to go. */
    public void signIn() throws IOException {
        var result = signIn.signIn(email, new TypedPassword(password));
        if (result instanceof SignInResult.SignedIn begun) {
            signedIn.begin(begun);
            AfterSignIn.goOn(next, signedIn.home());
        } else if (result instanceof SignInResult.SecondFactorNeeded step) {
            signedIn.beginSecondStep(step);
            Redirect.to(
                    SECOND_STEP + (isLocal(next) ? "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) : ""));
        } else if (result instanceof SignInResult.NotYet notYet) {
            Messages.error("signin.notYet." + notYet.why());
        } else if (result instanceof SignInResult.Busy busy) {
            busy(busy.retryAfter());
        } else {
            Messages.error("signin.wrong");
        }
    }

    private static void busy(Duration retryAfter) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.setResponseStatus(TOO_MANY_REQUESTS);
        external.setResponseHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        Messages.error("signin.busy");
    }

    /** Action: signs out and goes to the front page. */
    public void signOut() throws IOException {
        signedIn.end();
        // Not "cookies": the one that knows the device stays, for the next sign-in.
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .setResponseHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        Redirect.to("/");
    }

    /** Only a path on this site: never another host, however it is written. */
    static boolean isLocal(String path) {
        return path != null
                && path.matches("/[A-Za-z0-9_./-]*(\\?[A-Za-z0-9_.=&%+#-]*)?")
                && !path.startsWith("//")
                && !path.contains("..");
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

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
