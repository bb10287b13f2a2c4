package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The button of a page that asks the browser for a passkey, and the browser's answer. */
@Named
@RequestScoped
public class PasskeyQuestion {

    @Inject
    private SecondFactorService secondFactor;

    @Inject
    private PasskeyChallenge challenge;

    private String options;
    private String answer;
    private String next;

    /**
     * What the browser answered, and the challenge it was asked with.
     *
     * @param answer as JSON
     */
    public record Answer(String answer, String challenge) {}

    /** The answer to the last question, once; empty without one. */
    public Optional<Answer> answer() {
        var asked = challenge.take();
        return answer == null ? Optional.empty() : asked.map(used -> new Answer(answer, used));
    }

    /** Whether this site can have passkeys. */
    public boolean isOffered() {
        // Asked before the action too: a new challenge now would make the answer to the last one wrong.
        return secondFactor.passkeyRequest().isPresent();
    }

    /** What to ask the browser, as JSON: for the page, once. Null where this site cannot have passkeys. */
    public String getOptions() {
        if (options == null) {
            options = secondFactor.passkeyRequest().map(challenge::keep).orElse(null);
        }
        return options;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    /** Where the user wanted to go; a path on this site. */
    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
