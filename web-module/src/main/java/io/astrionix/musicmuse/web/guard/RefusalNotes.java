package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Writes refused requests into the audit log (R71): so many from one network or account, since anybody can send a flood of
 * them.
 */
@ApplicationScoped
public class RefusalNotes {

    private static final String NOTED = RefusalNotes.class.getName();
    private static final int LONGEST_PATH = 100;

    private RequestLimits limits;
    private AuditLog audit;

    public RefusalNotes() {} // required by the proxy

    @Inject
    public RefusalNotes(RequestLimits limits, AuditLog audit) {
        this.limits = limits;
        this.audit = audit;
    }

    /** A page of another site sent the request. Written once for each request. */
    void forged(HttpServletRequest request) {
        if (isFirst(request) && limits.tryTake(Limit.REFUSAL_NOTE)) {
            audit.recordRefusal(AuditEvent.refused(AuditAction.REQUEST_FORGED).with("path", path(request)));
        }
    }

    /** Somebody who is signed in asked for what none of their roles may open. Written once for each request. */
    void denied(HttpServletRequest request) {
        var caller = request.getUserPrincipal();
        if (caller != null && isFirst(request) && limits.tryTake(Limit.REFUSAL_NOTE, caller.getName())) {
            audit.recordRefusal(AuditEvent.refused(AuditAction.ACCESS_DENIED)
                    .by(AccountId.of(caller.getName()))
                    .with("path", path(request)));
        }
    }

    private static boolean isFirst(HttpServletRequest request) {
        boolean first = request.getAttribute(NOTED) == null;
        request.setAttribute(NOTED, true);
        return first;
    }

    /** The client wrote it: short, and of letters that mean nothing anywhere. */
    private static String path(HttpServletRequest request) {
        var refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = (refused == null ? request.getRequestURI() : refused.toString()).replaceAll("[^A-Za-z0-9/._-]", "_");
        return path.substring(0, Math.min(path.length(), LONGEST_PATH));
    }
}
