package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountRestriction;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.erasure.control.ErasedIds;
import io.astrionix.musicmuse.privacy.boundary.ErasureOutcome;
import io.astrionix.musicmuse.privacy.boundary.ErasureStart;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** Of somebody who turns out to be under 13, and whose parents never agreed, nothing stays, and nothing waits (R60). */
@Stateless
@RolesAllowed(Role.Names.TRUST)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each step of an erasure is a transaction of its own
public class ChildErasure {

    private AccountRestriction accounts;
    private ErasureStart erasure;
    private ErasedIds ids;
    private AuditLog audit;

    public ChildErasure() {} // required by the EJB proxy

    @Inject
    public ChildErasure(AccountRestriction accounts, ErasureStart erasure, ErasedIds ids, AuditLog audit) {
        this.accounts = accounts;
        this.erasure = erasure;
        this.ids = ids;
        this.audit = audit;
    }

    /** Erases the account at once; backups forget it when they are put back (A16). */
    public ErasureOutcome erase(@NotNull AccountId child) {
        var caller = accounts.caller();
        var id = ids.next();
        var outcome = erasure.erase(child, id);
        audit.record(AuditEvent.done(AuditAction.CHILD_ERASED).by(caller).on("erasure", id));
        return outcome;
    }
}
