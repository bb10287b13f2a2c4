package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.AuthenticatorApp;
import io.astrionix.musicmuse.accounts.entity.RecoveryCode;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Authenticator apps and recovery codes in the database. */
@Dependent
public class SecondFactorRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(AuthenticatorApp app) {
        em.persist(app);
    }

    /** The app that codes are checked with. */
    public Optional<AuthenticatorApp> confirmedApp(AccountId account) {
        return app(
                "select a from AuthenticatorApp a where a.accountId = :account and a.confirmedAt is not null", account);
    }

    /** The app that waits for its first code. */
    public Optional<AuthenticatorApp> pendingApp(AccountId account) {
        return app("select a from AuthenticatorApp a where a.accountId = :account and a.confirmedAt is null", account);
    }

    private Optional<AuthenticatorApp> app(String query, AccountId account) {
        return em.createQuery(query, AuthenticatorApp.class)
                .setParameter("account", account.value())
                .getResultStream()
                .findFirst();
    }

    /** @return whether there was one */
    public boolean removeConfirmedApp(AccountId account) {
        return remove(
                        "delete from AuthenticatorApp a where a.accountId = :account and a.confirmedAt is not null",
                        account)
                > 0;
    }

    public void removePendingApp(AccountId account) {
        remove("delete from AuthenticatorApp a where a.accountId = :account and a.confirmedAt is null", account);
    }

    /** Of two requests with the code of the same step, one gets true: the second finds it used. */
    public boolean useStep(UUID app, long step) {
        return em.createQuery(
                                "update AuthenticatorApp a set a.lastStep = :step where a.id = :app and a.lastStep < :step")
                        .setParameter("step", step)
                        .setParameter("app", app)
                        .executeUpdate()
                == 1;
    }

    public void replaceRecoveryCodes(AccountId account, List<RecoveryCode> codes) {
        removeRecoveryCodes(account);
        codes.forEach(em::persist);
    }

    public void removeRecoveryCodes(AccountId account) {
        remove("delete from RecoveryCode c where c.accountId = :account", account);
    }

    /** Of two requests with the same code, one gets true: the row is deleted once. */
    public boolean useRecoveryCode(AccountId account, String hash) {
        return em.createQuery("delete from RecoveryCode c where c.accountId = :account and c.codeHash = :hash")
                        .setParameter("account", account.value())
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    public int countRecoveryCodes(AccountId account) {
        return em.createQuery("select count(c) from RecoveryCode c where c.accountId = :account", Long.class)
                .setParameter("account", account.value())
                .getSingleResult()
                .intValue();
    }

    private int remove(String command, AccountId account) {
        return em.createQuery(command).setParameter("account", account.value()).executeUpdate();
    }
}
