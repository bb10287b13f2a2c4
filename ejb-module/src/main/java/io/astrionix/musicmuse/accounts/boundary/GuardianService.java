package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.control.ConsentKeeper;
import io.astrionix.musicmuse.accounts.control.Guardianships;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.Guardianship;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.privacy.boundary.StoredData;
import io.astrionix.musicmuse.privacy.boundary.StoredRecords;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What guardians may see and do about their children, until these come of age (R63). */
@Stateless
@RolesAllowed(Role.Names.GUARDIAN)
public class GuardianService {

    private Caller caller;
    private Guardianships guardianships;
    private AccountRepository accounts;
    private ConsentKeeper keeper;
    private StoredData stored;
    private RequestLimits limits;
    private AuditLog audit;

    public GuardianService() {} // required by the EJB proxy

    @Inject
    public GuardianService(
            Caller caller,
            Guardianships guardianships,
            AccountRepository accounts,
            ConsentKeeper keeper,
            StoredData stored,
            RequestLimits limits,
            AuditLog audit) {
        this.caller = caller;
        this.guardianships = guardianships;
        this.accounts = accounts;
        this.keeper = keeper;
        this.stored = stored;
        this.limits = limits;
        this.audit = audit;
    }

    /** The caller's children who are still minors. */
    public List<ChildView> children() {
        return guardianships.heldBy(caller.account().id()).stream()
                .map(this::child)
                .flatMap(Optional::stream)
                .map(child -> view(child))
                .toList();
    }

    /** @throws ChildNotFoundException if it is not the caller's */
    public ChildView child(@NotNull UUID id) {
        return view(own(id));
    }

    /**
     * How much is stored about a child, by kind; noted in the audit log.
     *
     * @throws ChildNotFoundException if it is not the caller's
     */
    public List<StoredRecords> stored(@NotNull UUID id) {
        var child = own(id);
        note(AuditAction.GUARDIAN_VIEWED, child);
        return stored.forGuardian(child.account().id());
    }

    /**
     * All that is stored about a child and can be given away, as JSON; noted in the audit log.
     *
     * @throws ChildNotFoundException if it is not the caller's
     * @throws CredentialNotFreshException if the caller's password was not typed within the last minutes
     * @throws TooManyExportsException if the caller had so many already
     */
    public String export(@NotNull UUID id) {
        var child = own(id);
        caller.requireFreshCredential();
        if (!limits.tryTake(Limit.EXPORT, caller.account().id().toString())) {
            throw new TooManyExportsException();
        }
        note(AuditAction.GUARDIAN_EXPORTED, child);
        return stored.asJsonForGuardian(child.account().id());
    }

    /** @throws ChildNotFoundException if it is not the caller's */
    public void discloseToAi(@NotNull UUID id, boolean allowed) {
        keeper.discloseToAi(own(id).guardianship(), caller.account(), allowed);
    }

    /**
     * Withdraws the consent: the child's account is locked at once and due to go.
     *
     * @throws ChildNotFoundException if it is not the caller's
     * @throws CredentialNotFreshException if the caller's password was not typed within the last minutes
     */
    public void withdraw(@NotNull UUID id) {
        var child = own(id);
        caller.requireFreshCredential();
        keeper.withdraw(child.guardianship(), child.account(), caller.account());
    }

    private record Child(Account account, Guardianship guardianship) {}

    private Child own(UUID id) {
        var guardian = caller.account().id();
        return guardianships
                .ofMinor(new AccountId(id))
                .filter(guardianship -> guardianship.isHeldBy(guardian))
                .flatMap(this::child)
                .orElseThrow(ChildNotFoundException::new);
    }

    private Optional<Child> child(Guardianship guardianship) {
        return accounts.find(guardianship.minor())
                .filter(account -> account.isMinorOn(keeper.today()))
                .map(account -> new Child(account, guardianship));
    }

    private static ChildView view(Child child) {
        return new ChildView(
                child.account().id().value(),
                child.account().displayName(),
                child.account().email(),
                child.account().createdAt(),
                child.guardianship().consentedAt(),
                child.guardianship().textVersion(),
                child.guardianship().aiDisclosure(),
                child.account().use().restriction().isRestricted());
    }

    private void note(AuditAction action, Child child) {
        audit.record(AuditEvent.done(action)
                .by(caller.account().id())
                .on("account", child.account().id()));
    }
}
