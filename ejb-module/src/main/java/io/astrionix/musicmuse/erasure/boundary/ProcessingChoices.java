package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountRestriction;
import io.astrionix.musicmuse.accounts.boundary.RestrictionView;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.erasure.boundary.ChoiceView.Choice;
import io.astrionix.musicmuse.erasure.control.ChoiceRepository;
import io.astrionix.musicmuse.erasure.control.RestrictionKeeper;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody agrees and objects to, and whether the own data may be processed at all: one click each way (R47 to R49).
 * Open to all roles and none: whose choices they are is found out inside.
 */
@Stateless
@PermitAll
public class ProcessingChoices {

    private AccountRestriction accounts;
    private ChoiceRepository choices;
    private RestrictionKeeper restrictions;
    private AuditLog audit;
    private Clock clock;

    public ProcessingChoices() {} // required by the EJB proxy

    @Inject
    public ProcessingChoices(
            AccountRestriction accounts,
            ChoiceRepository choices,
            RestrictionKeeper restrictions,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.choices = choices;
        this.restrictions = restrictions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The caller's, for each activity there is. */
    public List<ChoiceView> own() {
        var caller = accounts.caller();
        var all = choices.of(caller);
        return Arrays.stream(OptionalActivity.values())
                .map(activity -> new ChoiceView(
                        activity,
                        choices.isAllowed(caller, activity),
                        all.stream()
                                .filter(choice -> choice.activity() == activity)
                                .map(choice -> new Choice(choice.allowed(), choice.chosenAt()))
                                .toList()))
                .toList();
    }

    /** Agrees, or objects: holds from the next request on. Harmless when repeated. */
    public void choose(@NotNull OptionalActivity activity, boolean allowed) {
        var caller = accounts.caller();
        if (choices.choose(caller, activity, allowed, clock.instant())) {
            audit.record(AuditEvent.done(AuditAction.CHOICE_MADE)
                    .by(caller)
                    .on("account", caller)
                    .with("activity", activity)
                    .with("allowed", allowed));
        }
    }

    /** The caller's restriction. */
    public RestrictionView restriction() {
        return accounts.of(accounts.caller());
    }

    /** From the next request on the caller's data is stored, shown to its owner and used for nothing else (A9). */
    public void restrict() {
        restrictions.restrict(accounts.caller());
    }

    /** The restriction ends in 72 hours, of which the caller is told by mail. */
    public void lift() {
        restrictions.announceEnd(accounts.caller());
    }
}
