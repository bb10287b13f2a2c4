package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.PasskeyRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The challenge of the passkey question on the page last shown, kept in the HTTP session for one answer. */
@RequestScoped
public class PasskeyChallenge {

    private static final String ATTRIBUTE = PasskeyChallenge.class.getName();

    @Inject
    private HttpServletRequest request;

    /** @return the options for the page */
    public String keep(PasskeyRequest question) {
        request.getSession().setAttribute(ATTRIBUTE, question.challenge());
        return question.options();
    }

    /** Gives the challenge away, once. */
    public Optional<String> take() {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var challenge = Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return challenge;
    }
}
