package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.Passkey;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Finds out by a passkey whose it is. Needs the caller's transaction. */
@Dependent
public class Passkeys {

    private WebAuthn webAuthn;
    private PasskeyRepository repository;
    private AuditLog audit;
    private Clock clock;

    public Passkeys() {} // required by CDI beside the constructor below

    @Inject
    public Passkeys(WebAuthn webAuthn, PasskeyRepository repository, AuditLog audit, Clock clock) {
        this.webAuthn = webAuthn;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param answer the browser's, as JSON
     * @param challenge the one it was asked with; the caller makes sure that it is used once
     * @return whose passkey it was; empty if it is nobody's, or anything about the answer is wrong
     */
    public Optional<AccountId> owner(String answer, String challenge) {
        var found = webAuthn.credentialId(answer).flatMap(repository::findByCredentialId);
        var owner = found.filter(passkey -> isUsed(passkey, answer, challenge)).map(Passkey::account);
        if (owner.isEmpty()) {
            var refused = AuditEvent.refused(AuditAction.SECOND_FACTOR_REFUSED).with("factor", "passkey");
            audit.recordRefusal(found.map(Passkey::account)
                    .map(account -> refused.on("account", account))
                    .orElse(refused));
        }
        return owner;
    }

    /** Whether it is a passkey of this account: one of another account is refused like one that is nobody's. */
    public boolean isOf(AccountId account, String answer, String challenge) {
        var owner = owner(answer, challenge);
        boolean others = owner.filter(found -> !found.equals(account)).isPresent();
        if (others) {
            audit.recordRefusal(AuditEvent.refused(AuditAction.SECOND_FACTOR_REFUSED)
                    .on("account", account)
                    .with("factor", "passkey")
                    .with("why", "of another account"));
        }
        return owner.isPresent() && !others;
    }

    /** @return false if anything about the answer is wrong, or the passkey is there already */
    public boolean add(Account owner, String answer, String challenge, String name) {
        var key = webAuthn.registered(answer, challenge)
                .filter(made ->
                        repository.findByCredentialId(made.credentialId()).isEmpty());
        key.ifPresent(made -> repository.add(new Passkey(owner.id(), made, name, clock.instant())));
        return key.isPresent();
    }

    private boolean isUsed(Passkey passkey, String answer, String challenge) {
        return webAuthn.used(answer, challenge, passkey.key())
                .filter(count -> repository.used(passkey.id(), count, clock.instant()))
                .isPresent();
    }
}
