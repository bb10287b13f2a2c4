package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.CodeResult;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;

/** Backs signin-code.xhtml: the code after the password. */
@Named
@RequestScoped
public class SecondStepBacking {

    private static final String FIRST_STEP = "/signin.xhtml";

    @Inject
    private SecondFactorService secondFactor;

    @Inject
    private SignedIn signedIn;

    @NotBlank
    @Size(max = 100)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String code;

    /** Where the user wanted to go; a path on this site. */
    private String next;

    /** View action: without a first step there is no second. */
    public void requireFirstStep() throws IOException {
        if (signedIn.ticket().isEmpty()) {
            toFirstStep();
        }
    }

    /** Action: signs in and goes on to where the user wanted to go. */
    public void finish() throws IOException {
        var ticket = signedIn.ticket();
        if (ticket.isEmpty()) {
            toFirstStep();
            return;
        }
        var step = secondFactor.finish(ticket.get(), code);
        if (step.signIn().isPresent()) {
            signedIn.begin(step.signIn().get());
            AfterSignIn.goOn(next, signedIn.home());
        } else if (step.code().isEmpty()) {
            Messages.error("secondStep.tooLate");
        } else {
            Messages.error(step.code().get() == CodeResult.TOO_MANY ? "secondStep.tooMany" : "secondStep.wrong");
        }
    }

    private static void toFirstStep() throws IOException {
        Redirect.to(FIRST_STEP);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
