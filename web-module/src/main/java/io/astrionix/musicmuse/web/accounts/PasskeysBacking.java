package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.OwnPasskeys;
import io.astrionix.musicmuse.accounts.boundary.PasskeyRefusedException;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.UUID;

/** Backs the passkeys on account/second-factor.xhtml. */
@Named
@RequestScoped
public class PasskeysBacking {

    private static final String PAGE = "/account/second-factor.xhtml";

    @Inject
    private OwnPasskeys own;

    @Inject
    private SecondFactorService secondFactor;

    @Inject
    private PasskeyChallenge challenge;

    private String options;
    private String answer;

    @Size(max = 80)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String name;

    /** Action: keeps the passkey that the browser has just made. */
    public void add() throws IOException {
        var asked = challenge.take();
        if (answer == null || asked.isEmpty()) {
            throw new PasskeyRefusedException();
        }
        own.add(answer, asked.get(), name == null || name.isBlank() ? Messages.text("passkey.unnamed") : name.strip());
        reload();
    }

    /** Action: takes one of the own passkeys away. */
    public void remove(UUID id) throws IOException {
        own.remove(id);
        reload();
    }

    private static void reload() throws IOException {
        Redirect.to(PAGE);
    }

    /** Whether this site can have passkeys. */
    public boolean isOffered() {
        return secondFactor.passkeyRequest().isPresent();
    }

    /** What to ask the browser, as JSON. */
    public String getOptions() {
        if (options == null) {
            options = challenge.keep(own.request());
        }
        return options;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
