package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.ConsentText;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.ConsentProof;
import io.astrionix.musicmuse.accounts.entity.ConsentProof.Subject;
import io.astrionix.musicmuse.accounts.entity.GuardianAsk;
import io.astrionix.musicmuse.accounts.entity.Guardianship;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What follows from a guardian's yes, no and no longer. Needs the caller's transaction. */
@Dependent
public class ConsentKeeper {

    @Inject
    private AccountRepository accounts;

    @Inject
    private Guardianships guardianships;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private SignIns signIns;

    @Inject
    private RecentChecks recent;

    @Inject
    private AccountMails mails;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The minor can start; both are told, the guardian also how to withdraw (email-plus, 16 CFR 312.5(b)(2)(vi)). */
    public void consent(GuardianAsk ask, Account minor, Account guardian, boolean aiDisclosure) {
        var now = clock.instant();
        var guardianship = new Guardianship(minor.id(), guardian.id(), ConsentText.VERSION, aiDisclosure, now);
        guardianships.add(guardianship);
        guardianships.remove(ask);
        guardianships.add(
                new ConsentProof(minor.id(), guardian.id(), Subject.MINORS_ACCOUNT, ConsentText.VERSION, now));
        if (aiDisclosure) {
            prove(guardianship, guardian);
        }
        minor.activate();
        tokens.revoke(Use.GUARDIAN_PAGE, minor.id());
        recent.forgetAll();
        mails.guardianConsented(minor, guardian);
        audit.record(AuditEvent.done(AuditAction.GUARDIAN_CONSENTED)
                .by(guardian.id())
                .on("account", minor.id())
                .with("text", ConsentText.VERSION)
                .with("aiDisclosure", aiDisclosure));
    }

    public void discloseToAi(Guardianship guardianship, Account guardian, boolean allowed) {
        if (guardianship.aiDisclosure() == allowed) {
            return;
        }
        guardianship.setAiDisclosure(allowed);
        if (allowed) {
            prove(guardianship, guardian);
        } else {
            guardianships.endProofs(guardianship.minor(), Subject.AI_DISCLOSURE, clock.instant());
        }
        audit.record(AuditEvent.done(AuditAction.GUARDIAN_CHANGED_AI_DISCLOSURE)
                .by(guardian.id())
                .on("account", guardianship.minor())
                .with("allowed", allowed));
    }

    /** What data is used for has changed: what a guardian allowed for the purposes as they were is over (A18). */
    public void lapse(Guardianship guardianship) {
        guardianship.setAiDisclosure(false);
        guardianships.endProofs(guardianship.minor(), Subject.AI_DISCLOSURE, clock.instant());
        audit.record(AuditEvent.done(AuditAction.CONSENT_LAPSED).on("account", guardianship.minor()));
    }

    private void prove(Guardianship guardianship, Account guardian) {
        guardianships.add(new ConsentProof(
                guardianship.minor(), guardian.id(), Subject.AI_DISCLOSURE, ConsentText.VERSION, clock.instant()));
    }

    /** Locks the account at once; sign-ins and sockets end, and the account is due to go. */
    public void withdraw(Guardianship guardianship, Account minor, Account guardian) {
        var now = clock.instant();
        guardianship.withdraw(now);
        guardianships.endProofs(minor.id(), now);
        minor.lockForWithdrawal(now);
        signIns.endAll(minor.id(), SignInEnd.ACCOUNT_LOCKED);
        recent.forgetAll();
        mails.guardianWithdrew(minor, guardian);
        audit.record(
                AuditEvent.done(AuditAction.GUARDIAN_WITHDREW).by(guardian.id()).on("account", minor.id()));
    }

    /** The guardian's account ends: children who are still minors wait for another, as at the beginning (R62). */
    public void leave(AccountId guardian) {
        guardianships.heldBy(guardian).stream()
                .map(guardianship -> accounts.find(guardianship.minor()))
                .flatMap(Optional::stream)
                .filter(minor -> minor.isMinorOn(today()) && minor.maySignIn())
                .forEach(minor -> leave(minor, clock.instant()));
    }

    private void leave(Account minor, Instant now) {
        guardianships.endProofs(minor.id(), now);
        minor.waitForGuardian(now);
        signIns.endAll(minor.id(), SignInEnd.ACCOUNT_LOCKED);
        recent.forgetAll();
        mails.askGuardian(minor);
        audit.record(AuditEvent.done(AuditAction.GUARDIAN_LEFT).on("account", minor.id()));
    }

    public void decline(Account minor) {
        accounts.remove(minor);
        audit.record(AuditEvent.done(AuditAction.GUARDIAN_DECLINED).on("account", minor.id()));
    }
}
