package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.control.RecentChecks;
import io.astrionix.musicmuse.accounts.control.SignIns;
import io.astrionix.musicmuse.accounts.entity.SignIn;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Somebody's own sign-ins (ASVS 7.5.2). Open to all roles and none: {@link Caller} says whose they are. */
@Stateless
@PermitAll
public class OwnSignIns {

    private Caller caller;
    private SignIns signIns;
    private RecentChecks recent;
    private AuditLog audit;
    private Clock clock;

    public OwnSignIns() {} // required by the EJB proxy

    @Inject
    public OwnSignIns(Caller caller, SignIns signIns, RecentChecks recent, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.signIns = signIns;
        this.recent = recent;
        this.audit = audit;
        this.clock = clock;
    }

    /** The open ones, newest first. */
    public List<OwnSignIn> list() {
        var current = caller.signIn();
        return signIns.openOf(current.account()).stream()
                .map(signIn -> new OwnSignIn(
                        signIn.id(),
                        signIn.device(),
                        signIn.address(),
                        signIn.createdAt(),
                        signIn.lastSeenAt(),
                        signIn.id().equals(current.id())))
                .toList();
    }

    /** Ends the caller's sign-in. */
    public void signOut() {
        end(caller.signIn(), SignInEnd.SIGNED_OUT, AuditAction.SIGNED_OUT);
    }

    /** Ends one of the caller's; one of somebody else is answered like one that is not there: nothing happens. */
    public void end(@NotNull UUID id) {
        var account = caller.signIn().account();
        signIns.findOpen(id)
                .filter(signIn -> signIn.account().equals(account))
                .ifPresent(signIn -> end(signIn, SignInEnd.ENDED_BY_OWNER, AuditAction.SIGN_IN_ENDED));
    }

    /** Ends all of the caller's but the one that asks. */
    public void endOthers() {
        var current = caller.signIn();
        int ended = signIns.endOthers(current, SignInEnd.ENDED_BY_OWNER);
        recent.forgetAll();
        audit.record(AuditEvent.done(AuditAction.SIGN_IN_ENDED)
                .by(current.account())
                .on("account", current.account())
                .with("count", ended)
                .with("reason", SignInEnd.ENDED_BY_OWNER));
    }

    private void end(SignIn signIn, SignInEnd reason, AuditAction action) {
        signIn.end(reason, clock.instant());
        recent.forget(signIn.id());
        audit.record(AuditEvent.done(action)
                .by(signIn.account())
                .on("sign-in", signIn.id())
                .with("reason", reason));
    }
}
