package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder.Holder;
import io.astrionix.musicmuse.privacy.control.PersonHash;
import io.astrionix.musicmuse.privacy.control.RequestIntake;
import io.astrionix.musicmuse.privacy.control.RequestRepository;
import io.astrionix.musicmuse.privacy.control.RequestViews;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The caller's own requests about the own data (R43 to R52). Open to every role, and to those whose roles wait for a second
 * factor; fails where nobody is signed in.
 */
@Stateless
@PermitAll
public class OwnRequests {

    private AccountHolder accounts;
    private RequestIntake intake;
    private RequestRepository requests;
    private RequestViews views;
    private PersonHash hash;
    private StoredData stored;
    private RequestLimits limits;

    public OwnRequests() {} // required by the EJB proxy

    @Inject
    public OwnRequests(
            AccountHolder accounts,
            RequestIntake intake,
            RequestRepository requests,
            RequestViews views,
            PersonHash hash,
            StoredData stored,
            RequestLimits limits) {
        this.accounts = accounts;
        this.intake = intake;
        this.requests = requests;
        this.views = views;
        this.hash = hash;
        this.stored = stored;
        this.limits = limits;
    }

    /** The newest first, with those that were answered within the last two years. */
    public List<RequestView> mine() {
        return requests.of(hash.all(accounts.caller())).stream().map(views::of).toList();
    }

    /**
     * Takes a request. One that waits already and asks for the same is not doubled.
     *
     * @param kind no deletion, which has {@link #delete}
     * @param note what exactly, such as what is wrong about a score (R44)
     * @throws TooManyRequestsException if a file was asked for too often
     */
    public RequestView ask(@NotNull RequestKind kind, @NotNull @Size(max = 2000) String note) {
        if (kind.isDeletion()) {
            throw new IllegalArgumentException("A deletion needs more than that");
        }
        var holder = holder();
        if (kind.isExport() && !limits.tryTake(Limit.EXPORT, "making for " + holder.id())) {
            throw new TooManyRequestsException();
        }
        return views.of(intake.proved(holder, kind, note));
    }

    /** How much there is that a deletion takes away, by kind (R52). */
    public List<StoredRecords> stored() {
        return stored.of(accounts.caller());
    }

    /**
     * Begins the deletion of the caller's account: hidden and signed out at once (R55), erased after the time to think again.
     *
     * @param typed the account's email, as a sign that it is meant
     * @throws ConfirmationNotTypedException if it is another text
     */
    public void delete(@NotNull @Size(max = 320) String typed) {
        accounts.requireFreshCredential();
        var holder = holder();
        if (!holder.email().equalsIgnoreCase(typed.strip())) {
            throw new ConfirmationNotTypedException();
        }
        intake.proved(holder, RequestKind.DELETION, "");
    }

    /**
     * Calls a request off. Needs a fresh credential.
     *
     * @throws RequestNotFoundException if it is not the caller's
     * @throws RequestMovedOnException if it was answered or begun meanwhile
     */
    public void cancel(@NotNull UUID id) {
        accounts.requireFreshCredential();
        var account = accounts.caller();
        var own = requests.find(id)
                .filter(request -> requests.person(id)
                        .map(person -> person.account().equals(account))
                        .orElse(false))
                .orElseThrow(RequestNotFoundException::new);
        intake.cancel(own);
    }

    private Holder holder() {
        return accounts.find(accounts.caller()).orElseThrow();
    }
}
