package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.AccountAddress;
import io.astrionix.musicmuse.accounts.boundary.AccountAddresses;
import io.astrionix.musicmuse.accounts.boundary.AccountDirectory;
import io.astrionix.musicmuse.accounts.boundary.AccountLocking;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.erasure.boundary.NotAChildException;
import io.astrionix.musicmuse.erasure.boundary.NotAChildException.Reason;
import io.astrionix.musicmuse.erasure.control.Erasure.Kind;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Begins what {@link Erasures} then does: who said so is in the audit log, or nothing has begun. */
@Dependent
@Transactional
public class ChildrenWithoutConsent {

    private AccountDirectory accounts;
    private AccountAddresses addresses;
    private AccountLocking locking;
    private Erasures erasures;
    private ErasedIds ids;
    private AuditLog audit;

    public ChildrenWithoutConsent() {} // required by CDI beside the constructor below

    @Inject
    public ChildrenWithoutConsent(
            AccountDirectory accounts,
            AccountAddresses addresses,
            AccountLocking locking,
            Erasures erasures,
            ErasedIds ids,
            AuditLog audit) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.locking = locking;
        this.erasures = erasures;
        this.ids = ids;
        this.audit = audit;
    }

    /**
     * @return the erasure's id
     * @throws NotAChildException if there is no such account, it is the caller's own, somebody's of the staff or a
     *     guardian's, or a guardian has agreed
     */
    public UUID begin(AccountId caller, AccountId child) {
        var account = accounts.find(child).orElseThrow(() -> new NotAChildException(Reason.NOBODY));
        if (caller.equals(child) || account.roles().stream().anyMatch(Role::needsSecondFactor)) {
            throw new NotAChildException(Reason.STAFF);
        }
        if (account.roles().contains(Role.GUARDIAN)) {
            throw new NotAChildException(Reason.GUARDIAN);
        }
        if (addresses.of(child).flatMap(AccountAddress::guardian).isPresent()) {
            throw new NotAChildException(Reason.AGREED);
        }
        locking.lock(child, "a child without consent"); // what is held stays, and must not go on being used
        var id = ids.next();
        // First: if it cannot be written, the ledger knows of nothing yet.
        audit.record(AuditEvent.done(AuditAction.CHILD_ERASED).by(caller).on("erasure", id));
        return erasures.beginOrFind(child, id, Kind.REQUEST).id();
    }
}
