package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Writes refused forgeries into the audit log: so many from one network, since anybody can send a flood of them. */
@ApplicationScoped
public class ForgeryNotes {

    private static final String NOTED = ForgeryNotes.class.getName();
    private static final int LONGEST_PATH = 100;

    private RequestLimits limits;
    private AuditLog audit;

    public ForgeryNotes() {} // required by the proxy

    @Inject
    public ForgeryNotes(RequestLimits limits, AuditLog audit) {
        this.limits = limits;
        this.audit = audit;
    }

    /** Once for each request. */
    void write(HttpServletRequest request) {
        if (request.getAttribute(NOTED) == null) {
            request.setAttribute(NOTED, true);
            if (limits.tryTake(Limit.FORGERY_NOTE)) {
                audit.recordRefusal(
                        AuditEvent.refused(AuditAction.REQUEST_FORGED).with("path", path(request)));
            }
        }
    }

    /** The client wrote it: short, and of letters that mean nothing anywhere. */
    private static String path(HttpServletRequest request) {
        var path = request.getRequestURI().replaceAll("[^A-Za-z0-9/._-]", "_");
        return path.substring(0, Math.min(path.length(), LONGEST_PATH));
    }
}
