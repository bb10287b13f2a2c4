package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException.Reason;
import io.astrionix.musicmuse.retention.control.HoldRepository;
import io.astrionix.musicmuse.retention.entity.RetentionHold;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.BusinessException;
import io.astrionix.musicmuse.shared.CurrentCaller;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Legal holds (A10): placed by one, released by two. */
@Stateless
@RolesAllowed(Role.Names.TRUST)
public class Holds {

    private static final Period LONGEST_WITHOUT_REVIEW = Period.ofMonths(12);

    private HoldRepository holds;
    private AuditLog audit;
    private CurrentCaller caller;
    private Clock clock;

    public Holds() {} // required by the EJB proxy

    @Inject
    public Holds(HoldRepository holds, AuditLog audit, CurrentCaller caller, Clock clock) {
        this.holds = holds;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Returns when nothing that is held goes any more: it waits for the transactions that are deleting.
     *
     * @throws InvalidHoldException if there is no such row or person, or the review is not within twelve months
     * @throws BusinessException if the caller's credential is not fresh
     */
    public UUID place(@NotNull @Valid PlaceHoldCommand command) {
        caller.requireFreshCredential();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (command.reviewOn().isBefore(today) || command.reviewOn().isAfter(today.plus(LONGEST_WITHOUT_REVIEW))) {
            throw new InvalidHoldException(Reason.REVIEW_DATE);
        }
        holds.stopDeletions();
        command.record().filter(record -> !holds.exists(record)).ifPresent(missing -> {
            throw new InvalidHoldException(Reason.NO_SUCH_RECORD);
        });
        if (!Stream.concat(command.account().stream(), Stream.of(command.owner()))
                .allMatch(holds::isAccount)) {
            throw new InvalidHoldException(Reason.NO_SUCH_PERSON);
        }
        var hold = holds.place(RetentionHold.legal(command, caller.id(), clock.instant()));
        record(AuditAction.HOLD_PLACED, hold);
        return hold.id();
    }

    /**
     * The first of the two who release a hold.
     *
     * @throws InvalidHoldException if it is released, or its release was asked for already
     * @throws BusinessException if the caller's credential is not fresh
     */
    public void askForRelease(@NotNull UUID id) {
        caller.requireFreshCredential();
        var hold = holds.find(id);
        hold.askForRelease(caller.id(), clock.instant());
        record(AuditAction.HOLD_RELEASE_ASKED, hold);
    }

    /**
     * The second. What was due meanwhile goes with the next run.
     *
     * @throws InvalidHoldException if nobody has asked for the release, or the caller has
     * @throws BusinessException if the caller's credential is not fresh
     */
    public void release(@NotNull UUID id) {
        caller.requireFreshCredential();
        var hold = holds.find(id);
        hold.release(caller.id(), clock.instant());
        record(AuditAction.HOLD_RELEASED, hold);
    }

    /** Whose email or account id this is; empty if nobody's. */
    public Optional<AccountId> person(@NotNull @Size(max = 254) String emailOrId) {
        return holds.person(emailOrId.strip());
    }

    /** Open ones first, then the newest. */
    public List<HoldView> find(@Min(0) int first, @Min(1) @Max(100) int count) {
        return holds.find(first, count).stream().map(RetentionHold::view).toList();
    }

    public int count() {
        return holds.count();
    }

    private void record(AuditAction action, RetentionHold hold) {
        audit.record(AuditEvent.done(action)
                .by(caller.id())
                .on("hold", hold.id())
                .with("scope", hold.view().scope()));
    }
}
