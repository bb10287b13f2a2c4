package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.accounts.boundary.OwnSignIns;
import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.accounts.boundary.SignInSessions;
import io.astrionix.musicmuse.accounts.boundary.SignInView;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.RequestOrigin;
import io.astrionix.musicmuse.shared.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in, for pages and beans. The HTTP session holds the id of the sign-in, nothing else; whether it is still
 * open is asked anew in each request.
 */
@Named
@RequestScoped
public class SignedIn {

    private static final String ATTRIBUTE = SignedIn.class.getName();
    private static final String TICKET = ATTRIBUTE + ".ticket";

    @Inject
    private HttpServletRequest request;

    @Inject
    private SignInSessions signIns;

    @Inject
    private OwnSignIns own;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Event<SignedOut> signedOut;

    private Optional<SignInView> found = Optional.empty();
    private boolean asked;

    /** Puts the sign-in into a session with a new id (against session fixation). */
    public void begin(SignInResult.SignedIn signIn) {
        request.getSession();
        request.changeSessionId();
        request.getSession().removeAttribute(TICKET);
        request.getSession().setAttribute(ATTRIBUTE, signIn.signIn());
        DeviceCookie.set(signIn.deviceCookie());
        asked = false;
        find().ifPresent(view -> request.getSession()
                .setMaxInactiveInterval(Math.toIntExact(view.idle().toSeconds())));
    }

    /** Keeps the ticket, which the browser never sees, until the second step is done. */
    public void beginSecondStep(SignInResult.SecondFactorNeeded step) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(TICKET, step.ticket());
    }

    /** The ticket of a sign-in whose second step is still to do, in this session. */
    public Optional<String> ticket() {
        var session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(TICKET));
    }

    /**
     * Signs out: ends the sign-in, its practice sockets and the session with everything in it. The sockets before the
     * session: the container closes those of an ended session with a code of its own, which tells the page nothing.
     */
    public void end() {
        if (find().isPresent()) {
            own.signOut();
        }
        var session = request.getSession(false);
        id(session).ifPresent(id -> signedOut.fire(new SignedOut(id)));
        if (session != null) {
            session.invalidate();
        }
        found = Optional.empty();
    }

    /** The id of the sign-in that began in this session; whether it is still open is another question. */
    public static Optional<UUID> id(HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((UUID) session.getAttribute(ATTRIBUTE));
    }

    /** The sign-in of this request, if it is open. One that has ended takes its session with it. */
    Optional<SignInView> find() {
        if (!asked) {
            asked = true;
            var session = request.getSession(false);
            var id = id(session);
            found = id.flatMap(signIns::check);
            found.ifPresent(view -> origin.setSignIn(view.id()));
            if (id.isPresent() && found.isEmpty()) {
                session.invalidate();
            }
        }
        return found;
    }

    /** @throws java.util.NoSuchElementException if nobody is signed in: such pages are protected */
    public AccountId account() {
        return find().orElseThrow().account();
    }

    public boolean isPresent() {
        return find().isPresent();
    }

    /** Whether roles are withheld until a second factor is set up. */
    public boolean isSecondFactorMissing() {
        return find().map(SignInView::secondFactorMissing).orElse(false);
    }

    /** Whether the practice pages are open. */
    public boolean isPlayer() {
        return has(Role.LEARNER) || has(Role.TRAINER);
    }

    public boolean isGuardian() {
        return has(Role.GUARDIAN);
    }

    /** The page to begin with. */
    public String home() {
        if (isSecondFactorMissing()) {
            return "/account/second-factor.xhtml";
        }
        if (isPlayer()) {
            return "/practice/choose.xhtml";
        }
        if (isGuardian()) {
            return "/guardian/index.xhtml";
        }
        if (has(Role.PLATFORM_ADMIN)) {
            return "/admin/index.xhtml";
        }
        return isOnDesk() ? "/admin/support/index.xhtml" : "/";
    }

    /** Whether messages to the operator are answered here. */
    private boolean isOnDesk() {
        return has(Role.SUPPORT) || has(Role.FINANCE) || has(Role.TRUST);
    }

    private boolean has(Role role) {
        return find().map(view -> view.roles().contains(role)).orElse(false);
    }

    public String getDisplayName() {
        return find().map(SignInView::displayName).orElse("");
    }
}
