package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.accounts.entity.SignIn;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a new password brings with it: other sign-ins end, their devices are strangers again, links stop working. */
@Dependent
public class PasswordReplacement {

    @Inject
    private SignIns signIns;

    @Inject
    private Devices devices;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private AccountNotices notices;

    @Inject
    private RecentChecks recent;

    /** @param kept the sign-in that goes on: the one in which the owner changed the password */
    public void replace(Account account, String hash, Optional<SignIn> kept, SignInEnd reason) {
        account.changePassword(hash);
        kept.ifPresentOrElse(signIn -> signIns.endOthers(signIn, reason), () -> signIns.endAll(account.id(), reason));
        devices.forgetAll(account.id());
        if (kept.isPresent()) {
            devices.remember(account.id());
        }
        tokens.revoke(Use.RESET_PASSWORD, account.id());
        tokens.revoke(Use.CHANGE_EMAIL, account.id());
        tokens.revoke(Use.SECOND_FACTOR, account.id());
        recent.forgetAll();
        notices.passwordChanged(account);
    }
}
