package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.CurrentCaller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What somebody does at the console: who it is, and that it is written down. */
@Dependent
public class AdminActs {

    private final CurrentCaller caller;
    private final AuditLog audit;

    @Inject
    public AdminActs(CurrentCaller caller, AuditLog audit) {
        this.caller = caller;
        this.audit = audit;
    }

    public void requireFreshCredential() {
        caller.requireFreshCredential();
    }

    public void record(AuditEvent event) {
        audit.record(event.by(caller.id()));
    }
}
