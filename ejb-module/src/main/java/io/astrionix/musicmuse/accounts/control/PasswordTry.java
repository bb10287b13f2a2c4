package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInLane.Admission;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The one way in which a typed password is looked at, whatever for: sign-in, confirmation, change. Call it outside a
 * transaction: it takes its time.
 */
@Dependent
public class PasswordTry {

    @Inject
    private HashSlots slots;

    @Inject
    private SignInLanes lanes;

    @Inject
    private Passwords passwords;

    @Inject
    private AnswerPace pace;

    @Inject
    private AccountNotices notices;

    @Inject
    private AuditLog audit;

    /** What came of it. */
    public enum Outcome {
        RIGHT,
        /** Wrong, or not looked at because there were too many wrong ones: both look the same from outside. */
        REFUSED,
        /** Not looked at, because too many are being looked at. */
        BUSY
    }

    /**
     * @param account the account of the email, if there is one
     * @param refusal how a refusal is called in the audit log
     */
    public Outcome check(String email, Optional<Account> account, String password, Lane lane, AuditAction refusal) {
        long began = System.nanoTime();
        var outcome = slots.run(lane == Lane.UNKNOWN_DEVICE, () -> look(email, account, password, lane, refusal))
                .orElse(Outcome.BUSY);
        return outcome != Outcome.REFUSED || pace.await(began) ? outcome : Outcome.BUSY;
    }

    private Outcome look(String email, Optional<Account> account, String password, Lane lane, AuditAction refusal) {
        var admission = lanes.admit(email, lane);
        if (!admission.isOpen()) {
            refused(email, account, lane, refusal, "shut");
            return Outcome.REFUSED;
        }
        if (isRight(account, password)) {
            lanes.right(email, lane);
            return Outcome.RIGHT;
        }
        lanes.wrong(email);
        refused(email, account, lane, refusal, "wrong");
        if (admission != Admission.OPEN) {
            locked(account, lane, admission);
        }
        return Outcome.REFUSED;
    }

    private boolean isRight(Optional<Account> account, String password) {
        long began = System.nanoTime();
        try {
            if (account.isEmpty()) {
                passwords.spendTimeOfAMatch(password);
                return false;
            }
            return passwords.matches(password, account.get().passwordHash());
        } finally {
            pace.learn(System.nanoTime() - began);
        }
    }

    private void refused(String email, Optional<Account> account, Lane lane, AuditAction refusal, String why) {
        var event = AuditEvent.refused(refusal)
                .withPersonal("email", Account.canonical(email))
                .with("lane", lane)
                .with("why", why);
        audit.recordRefusal(
                account.map(known -> event.on("account", known.id())).orElse(event));
    }

    private void locked(Optional<Account> account, Lane lane, Admission admission) {
        account.ifPresent(known -> {
            audit.recordRefusal(AuditEvent.refused(AuditAction.SIGN_IN_LOCKED)
                    .on("account", known.id())
                    .with("lane", lane)
                    .with("closed", admission == Admission.LAST_BEFORE_CLOSE));
            notices.locked(known, lane, admission);
        });
    }
}
