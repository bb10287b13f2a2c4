package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.accounts.boundary.SignInView;
import io.astrionix.musicmuse.shared.RequestOrigin;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.web.guard.RequestGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Tells the container on each request who is signed in and in which roles, as the database has it now. Own mechanism rather than the standard form login, which loses
 * the caller under load on Payara 6 (docs/adr/0006). A stranger on a protected page is sent to sign in; a handshake of
 * the practice socket is answered with 401. What no page of ours sends is refused before anybody is signed in.
 */
@ApplicationScoped
public class SessionAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String SOCKETS = "/ws/";
    private static final String SIGN_IN = "/signin.xhtml";
    private static final String ENROLMENT = "/account/second-factor.xhtml";
    private static final String CONFIRMATION = "/account/confirm.xhtml";

    @Inject
    private RequestGuard guard;

    @Inject
    private SignedIn signedIn;

    @Inject
    private RequestOrigin origin;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        boolean socket = path(request).startsWith(SOCKETS);
        DeviceCookie.get(request).ifPresent(origin::setDeviceCookie);
        try {
            if (guard.sendToTls(request, response)) {
                return AuthenticationStatus.SEND_CONTINUE;
            }
            var refusal = guard.refusal(request, response);
            if (refusal.isPresent()) {
                response.sendError(refusal.get());
                return AuthenticationStatus.SEND_FAILURE;
            }
            var signIn = signedIn.find();
            if (signIn.isPresent()) {
                if (signIn.get().secondFactorMissing() && context.isProtected() && !socket && !isEnrolment(request)) {
                    send(request.getContextPath() + ENROLMENT, request, response);
                    return AuthenticationStatus.SEND_CONTINUE;
                }
                return tellContainer(signIn.get(), context);
            }
            if (!context.isProtected()) {
                return context.doNothing();
            }
            if (socket) {
                // No page: nobody would see it, and Payara would send its own.
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.setContentLength(0);
                response.flushBuffer();
                return AuthenticationStatus.SEND_FAILURE;
            }
            sendToSignIn(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new AuthenticationException("The client went away", gone);
        }
    }

    /** All that staff without a second factor may reach, beside what is open to everybody. */
    private static boolean isEnrolment(HttpServletRequest request) {
        return path(request).equals(ENROLMENT) || path(request).equals(CONFIRMATION);
    }

    private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = request.getContextPath() + SIGN_IN + "?next="
                + URLEncoder.encode(target(request), StandardCharsets.UTF_8);
        send(address, request, response);
    }

    private static void send(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            // A script would follow a redirect by itself and find a page where it expects an answer to Faces' ajax.
            response.setContentType("text/xml");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + address
                            + "\"></redirect></partial-response>");
        } else {
            Redirect.to(address, response);
        }
    }

    private static AuthenticationStatus tellContainer(SignInView signIn, HttpMessageContext context) {
        var groups = signIn.roles().stream().map(Role::name).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(signIn.account().toString(), groups);
    }

    /** As the container understood the address: not as it was written, which may go round about to somewhere else. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Where to go after signing in: the page, with its parameters where a GET asked for it. */
    private static String target(HttpServletRequest request) {
        boolean withQuery = "GET".equals(request.getMethod()) && request.getQueryString() != null;
        return withQuery ? path(request) + "?" + request.getQueryString() : path(request);
    }
}
