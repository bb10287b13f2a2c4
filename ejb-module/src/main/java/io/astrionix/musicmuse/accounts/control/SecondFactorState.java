package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Whether an account has a second factor: an authenticator app, or a passkey. */
@Dependent
public class SecondFactorState implements SecondFactor {

    private SecondFactorRepository codes;
    private PasskeyRepository passkeys;

    public SecondFactorState() {} // required by CDI beside the constructor below

    @Inject
    public SecondFactorState(SecondFactorRepository codes, PasskeyRepository passkeys) {
        this.codes = codes;
        this.passkeys = passkeys;
    }

    @Override
    public boolean isSetUp(AccountId account) {
        return codes.confirmedApp(account).isPresent() || passkeys.count(account) > 0;
    }

    /** Takes everything away: the account's next sign-in is with the password alone. */
    public void reset(AccountId account) {
        codes.removeConfirmedApp(account);
        codes.removePendingApp(account);
        codes.removeRecoveryCodes(account);
        passkeys.removeAll(account);
    }
}
