package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.accounts.boundary.SignedInAccount;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Who is signed in, for pages and beans. The account is kept in the HTTP session, nowhere else. */
@Named
@RequestScoped
public class SignedIn {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    @Inject
    private HttpServletRequest request;

    @Inject
    private Event<SignedOut> signedOut;

    /** Remembers the account in a session with a new id (against session fixation). */
    public void begin(SignedInAccount account) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, account);
    }

    /**
     * Ends the account's practice sockets and the session with everything in it. The sockets first: the container closes
     * those of an ended session with a code of its own, which tells the page nothing.
     */
    public void end() {
        find().ifPresent(account -> signedOut.fire(new SignedOut(account.id())));
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<SignedInAccount> in(HttpSession session) {
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((SignedInAccount) session.getAttribute(ATTRIBUTE));
    }

    private Optional<SignedInAccount> find() {
        return in(request.getSession(false));
    }

    /** @throws java.util.NoSuchElementException if nobody is signed in: such pages are protected */
    public AccountId account() {
        return find().orElseThrow().id();
    }

    public boolean isPresent() {
        return find().isPresent();
    }

    public String getDisplayName() {
        return find().map(SignedInAccount::displayName).orElse("");
    }
}
