package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.boundary.SecondFactorView.PasskeyView;
import io.astrionix.musicmuse.accounts.control.AuthenticatorApps;
import io.astrionix.musicmuse.accounts.control.EnrolmentOfCaller;
import io.astrionix.musicmuse.accounts.control.PasskeyRepository;
import io.astrionix.musicmuse.accounts.control.RecoveryCodes;
import io.astrionix.musicmuse.accounts.control.SecondFactorCodes;
import io.astrionix.musicmuse.accounts.control.SecondFactorRepository;
import io.astrionix.musicmuse.accounts.entity.AuthenticatorApp;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The caller's own authenticator app and recovery codes. Open to all roles and none: staff without a second factor have
 * none yet, and the caller's sign-in says whose it is. Every change needs a fresh credential (ASVS 7.5.1).
 */
@Stateless
@PermitAll
public class OwnSecondFactor {

    private EnrolmentOfCaller caller;
    private AuthenticatorApps apps;
    private RecoveryCodes recovery;
    private SecondFactorCodes codes;
    private SecondFactorRepository repository;
    private PasskeyRepository passkeys;

    public OwnSecondFactor() {} // required by the EJB proxy

    @Inject
    public OwnSecondFactor(
            EnrolmentOfCaller caller,
            AuthenticatorApps apps,
            RecoveryCodes recovery,
            SecondFactorCodes codes,
            SecondFactorRepository repository,
            PasskeyRepository passkeys) {
        this.caller = caller;
        this.apps = apps;
        this.recovery = recovery;
        this.codes = codes;
        this.repository = repository;
        this.passkeys = passkeys;
    }

    public SecondFactorView view() {
        var account = caller.account();
        return new SecondFactorView(
                account.roles().stream().anyMatch(Role::needsSecondFactor),
                repository.confirmedApp(account.id()).flatMap(AuthenticatorApp::confirmedAt),
                repository.countRecoveryCodes(account.id()),
                passkeys.of(account.id()).stream()
                        .map(passkey -> new PasskeyView(
                                passkey.id(),
                                passkey.name(),
                                passkey.key().synced(),
                                passkey.createdAt(),
                                passkey.lastUsedAt()))
                        .toList());
    }

    /**
     * A new app, which counts as soon as {@link #confirmApp} was given its first code. An app that is there goes on until
     * then.
     *
     * @throws CredentialNotFreshException see {@link EnrolmentOfCaller#fresh}
     * @throws SecondFactorNotGivenException likewise
     */
    public AuthenticatorAppOffer beginApp() {
        var account = caller.fresh();
        var seed = apps.begin(account.id());
        var label = "MusicMuse:" + account.email();
        var encoded = URLEncoder.encode(label, StandardCharsets.UTF_8).replace("+", "%20");
        return new AuthenticatorAppOffer(seed, "otpauth://totp/" + encoded + "?secret=" + seed + "&issuer=MusicMuse");
    }

    /**
     * The first code of the app. In a transaction of its own: the try counts whatever becomes of the caller. The app may
     * have been begun before the account had a second factor, by somebody who knew the password only: asked again here.
     *
     * @throws SecondFactorNotGivenException see {@link EnrolmentOfCaller#proven}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public CodeResult confirmApp(@NotNull @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String code) {
        var account = caller.proven();
        var result = codes.confirmApp(account.id(), code);
        if (result == CodeResult.RIGHT) {
            caller.enrolled(AuditAction.TOTP_ENABLED);
        }
        return result;
    }

    /**
     * Takes the app away, and the recovery codes with it.
     *
     * @throws CredentialNotFreshException see {@link EnrolmentOfCaller#fresh}
     * @throws SecondFactorNotGivenException likewise
     * @throws LastSecondFactorException if a role needs a second factor and there is no passkey
     * @throws ShortPasswordException if the password would be all there is, and is too short for that
     */
    public void removeApp() {
        var account = caller.fresh();
        caller.refuseIfNeeded(passkeys.count(account.id()));
        if (repository.removeConfirmedApp(account.id())) {
            repository.removeRecoveryCodes(account.id());
            caller.changed(AuditAction.TOTP_DISABLED);
        }
    }

    /**
     * Ten new recovery codes, shown once; the old ones stop working.
     *
     * @throws CredentialNotFreshException see {@link EnrolmentOfCaller#fresh}
     * @throws SecondFactorNotGivenException likewise
     */
    public List<String> makeRecoveryCodes() {
        var account = caller.fresh();
        var made = recovery.make(account.id());
        caller.changed(AuditAction.RECOVERY_CODES_MADE);
        return made;
    }
}
