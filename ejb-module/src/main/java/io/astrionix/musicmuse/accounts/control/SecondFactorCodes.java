package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.CodeResult;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Checks codes of authenticator apps and recovery codes, a few at a time, and writes down what came of it. */
@Dependent
public class SecondFactorCodes {

    private static final String ACCOUNT = "account";

    private AuthenticatorApps apps;
    private RecoveryCodes recovery;
    private SecondFactorRepository repository;
    private SecondFactorTryLimit tries;
    private AuditLog audit;

    public SecondFactorCodes() {} // required by CDI beside the constructor below

    @Inject
    public SecondFactorCodes(
            AuthenticatorApps apps,
            RecoveryCodes recovery,
            SecondFactorRepository repository,
            SecondFactorTryLimit tries,
            AuditLog audit) {
        this.apps = apps;
        this.recovery = recovery;
        this.repository = repository;
        this.tries = tries;
        this.audit = audit;
    }

    /** A right code is used up. The transaction must be committed whatever comes after, or tries would not count. */
    public CodeResult check(AccountId account, String code) {
        if (!tries.take(account)) {
            return refused(account, CodeResult.TOO_MANY);
        }
        boolean fromPaper = RecoveryCodes.looksLikeOne(code);
        boolean right = fromPaper ? recovery.use(account, code) : apps.use(account, code.strip());
        if (!right) {
            return refused(account, CodeResult.WRONG);
        }
        tries.clear(account);
        if (fromPaper) {
            audit.record(AuditEvent.done(AuditAction.RECOVERY_CODE_USED)
                    .by(account)
                    .on(ACCOUNT, account)
                    .with("left", repository.countRecoveryCodes(account)));
        }
        return CodeResult.RIGHT;
    }

    /** The first code of an app, which from then on is the account's one; counted like every other try. */
    public CodeResult confirmApp(AccountId account, String code) {
        if (!tries.take(account)) {
            return refused(account, CodeResult.TOO_MANY);
        }
        if (!apps.confirm(account, code.strip())) {
            return refused(account, CodeResult.WRONG);
        }
        tries.clear(account);
        return CodeResult.RIGHT;
    }

    private CodeResult refused(AccountId account, CodeResult result) {
        audit.recordRefusal(AuditEvent.refused(AuditAction.SECOND_FACTOR_REFUSED)
                .by(account)
                .on(ACCOUNT, account)
                .with("result", result));
        return result;
    }
}
