package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.erasure.control.ChildrenWithoutConsent;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder.Holder;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Of somebody who turns out to be under 13, and whose parents never agreed, nothing stays, and nothing waits (R60). */
@Stateless
@RolesAllowed(Role.Names.TRUST)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each step of an erasure is a transaction of its own
public class ChildErasure {

    private AccountHolder accounts;
    private ChildrenWithoutConsent children;
    private ErasureStart erasure;

    public ChildErasure() {} // required by the EJB proxy

    @Inject
    public ChildErasure(AccountHolder accounts, ChildrenWithoutConsent children, ErasureStart erasure) {
        this.accounts = accounts;
        this.children = children;
        this.erasure = erasure;
    }

    /** Whose address it is, in any case; empty if nobody's. */
    public Optional<Holder> find(@NotNull @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*") String email) {
        accounts.requireFreshCredential();
        return accounts.findByEmail(email.strip());
    }

    /**
     * Erases the account at once; backups forget it when they are put back (A16). What a crash leaves is gone within two
     * hours.
     *
     * @throws NotAChildException if there is no such account, it is the caller's own, somebody's of the staff or a
     *     guardian's, or a guardian has agreed
     * @throws io.astrionix.musicmuse.shared.BusinessException if the caller's credential is not fresh
     */
    public ErasureOutcome erase(@NotNull AccountId child) {
        accounts.requireFreshCredential();
        return erasure.erase(child, children.begin(accounts.caller(), child));
    }
}
