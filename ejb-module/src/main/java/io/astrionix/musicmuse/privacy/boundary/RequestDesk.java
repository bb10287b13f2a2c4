package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.privacy.control.ClaimedRequests;
import io.astrionix.musicmuse.privacy.control.DeskAnswers;
import io.astrionix.musicmuse.privacy.control.RequestRepository;
import io.astrionix.musicmuse.privacy.control.RequestViews;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests of everybody, for those who answer them. */
@Stateless
@RolesAllowed({Role.Names.SUPPORT, Role.Names.TRUST})
public class RequestDesk {

    private RequestRepository requests;
    private RequestViews views;
    private ClaimedRequests claimed;
    private DeskAnswers answers;
    private AccountHolder accounts;
    private AuditLog audit;

    public RequestDesk() {} // required by the EJB proxy

    @Inject
    public RequestDesk(
            RequestRepository requests,
            RequestViews views,
            ClaimedRequests claimed,
            DeskAnswers answers,
            AccountHolder accounts,
            AuditLog audit) {
        this.requests = requests;
        this.views = views;
        this.claimed = claimed;
        this.answers = answers;
        this.accounts = accounts;
        this.audit = audit;
    }

    public int count(@NotNull @Valid RequestFilter filter) {
        return requests.count(filter);
    }

    /** Open ones first, the next one due before the others. */
    public List<RequestView> find(
            @NotNull @Valid RequestFilter filter, @Min(0) int first, @Min(1) @Max(500) int limit) {
        return requests.find(filter, first, limit).stream().map(views::of).toList();
    }

    /** One request, noted in the audit log. */
    public Optional<RequestView> open(@NotNull UUID id) {
        var found = requests.find(id);
        found.ifPresent(request -> audit.record(AuditEvent.done(AuditAction.REQUESTS_VIEWED)
                .by(accounts.caller())
                .on("data-request", id)));
        return found.map(views::of);
    }

    /** What was done for it so far. */
    public List<RequestStepView> steps(@NotNull UUID id) {
        return requests.steps(id).stream()
                .map(step -> new RequestStepView(step.step(), step.doneAt()))
                .toList();
    }

    /**
     * Denies it; the person is told why.
     *
     * @throws RequestNotFoundException if there is no such request
     * @throws RequestMovedOnException if it was answered meanwhile, or something was erased already
     */
    public void deny(@NotNull UUID id, @NotBlank @Size(max = 500) @Pattern(regexp = "\\P{Cntrl}*") String basis) {
        answers.deny(id, basis.strip(), accounts.caller());
    }

    /**
     * Says that what the desk had to do is done; the person is told.
     *
     * @throws RequestNotFoundException if there is no such request
     * @throws RequestMovedOnException if it was answered meanwhile, or is not for the desk
     */
    public void done(@NotNull UUID id) {
        answers.done(id, accounts.caller());
    }

    /**
     * Types in what came by mail or letter: the address on file gets the link, whoever wrote (R53). Says nothing of whether
     * there is such an account.
     *
     * @param receivedAt when it came, from which its time runs; not in the future, and not so long ago that it is due
     */
    @RolesAllowed(Role.Names.SUPPORT)
    public void typeIn(
            @NotNull @Size(max = 320) @Pattern(regexp = "\\P{Cntrl}*") String email,
            @NotNull RequestKind kind,
            @NotNull Instant receivedAt) {
        claimed.take(email, kind, RequestChannel.DESK, answers.plausible(receivedAt));
    }
}
