package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.control.Seal.Sealed;
import io.astrionix.musicmuse.accounts.entity.AuthenticatorApp;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;

/** Authenticator apps of accounts: making a seed, confirming it, checking codes. Needs the caller's transaction. */
@Dependent
public class AuthenticatorApps {

    /** RFC 4226, 4: 160 bits recommended. */
    private static final int SEED_BYTES = 20;

    private SecondFactorRepository repository;
    private Seal seal;
    private Clock clock;

    public AuthenticatorApps() {} // required by CDI beside the constructor below

    @Inject
    public AuthenticatorApps(SecondFactorRepository repository, Seal seal, Clock clock) {
        this.repository = repository;
        this.seal = seal;
        this.clock = clock;
    }

    /** @return a new seed in Base32; counts from {@link #confirm} on, and until then an older app stays the one asked for */
    public String begin(AccountId account) {
        var seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        repository.removePendingApp(account);
        repository.add(sealed(account, seed));
        return Base32.encode(seed);
    }

    /** @return whether the code was that of the app begun last, which from now on is the account's one app */
    public boolean confirm(AccountId account, String code) {
        var pending = repository.pendingApp(account);
        if (pending.isEmpty() || !uses(pending.get(), code)) {
            return false;
        }
        repository.removeConfirmedApp(account);
        pending.get().confirm(clock.instant());
        return true;
    }

    /** @return whether the code is right now, and was not used before; it is used now */
    public boolean use(AccountId account, String code) {
        return repository.confirmedApp(account).filter(app -> uses(app, code)).isPresent();
    }

    /** Puts an app with a given seed in place, confirmed: for demo accounts, whose seed the operator sets. */
    void putConfirmed(AccountId account, byte[] seed) {
        repository.removeConfirmedApp(account);
        var app = sealed(account, seed);
        app.confirm(clock.instant());
        repository.add(app);
    }

    private AuthenticatorApp sealed(AccountId account, byte[] seed) {
        var sealed = seal.seal(seed, account);
        return new AuthenticatorApp(account, sealed.keyId(), sealed.text(), clock.instant());
    }

    private boolean uses(AuthenticatorApp app, String code) {
        var seed = seal.open(new Sealed(app.keyId(), app.sealedSeed()), app.account());
        var step = Totp.stepOf(code, seed, clock.instant(), app.lastStep());
        return step.isPresent() && repository.useStep(app.id(), step.getAsLong());
    }
}
