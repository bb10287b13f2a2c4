package io.astrionix.musicmuse.web.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The token of the link that somebody opened. Forms of such pages send it along as {@code token}, so that they need no
 * session and can stay open for long.
 */
@Named
@RequestScoped
public class LinkToken {

    @Inject
    private HttpServletRequest request;

    /** Empty where there is none. */
    public String getValue() {
        var token = request.getParameter("token");
        return token == null ? "" : token;
    }

    public boolean isPresent() {
        return !getValue().isEmpty();
    }
}
