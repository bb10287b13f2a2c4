package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.EmailTakenException;
import io.astrionix.musicmuse.accounts.boundary.FirstAdminCommand;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes the account of whoever runs this installation, once. Needs the caller's transaction. */
@Dependent
public class FirstAdmin {

    private static final Duration LIFETIME = Duration.ofHours(24);

    /** Any number, the same on all nodes: two who hold different links wait for each other. */
    private static final long LOCK = 6_320_001L;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AccountRepository accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** @return the address to open, for the server's log; earlier ones stop working. Empty once there is an admin. */
    public Optional<String> newLink() {
        if (exists()) {
            return Optional.empty();
        }
        tokens.revokeWithoutAccount(Use.FIRST_ADMIN);
        var token = tokens.issueWithoutAccount(Use.FIRST_ADMIN, LIFETIME, "");
        return Optional.of(settings.text(Setting.SITE_ORIGIN).orElse("") + "/setup.xhtml?token=" + token);
    }

    public boolean isOpen(String token) {
        return tokens.peekWithoutAccount(Use.FIRST_ADMIN, token).isPresent() && !exists();
    }

    /**
     * @param passwordHash what is stored of the password
     * @return the new account; empty where the link was used, is too old or was never made: nothing is changed then
     * @throws EmailTakenException if the email belongs to an account
     */
    public Optional<AccountId> create(FirstAdminCommand wanted, String passwordHash) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?) as text)")
                .setParameter(1, LOCK)
                .getSingleResult();
        if (exists()
                || tokens.redeemWithoutAccount(Use.FIRST_ADMIN, wanted.token()).isEmpty()) {
            return Optional.empty();
        }
        if (accounts.findByEmail(wanted.email()).isPresent()) {
            throw new EmailTakenException();
        }
        var admin = new Account(wanted.email(), wanted.name(), Role.PLATFORM_ADMIN, passwordHash, clock.instant());
        admin.verifyEmail(clock.instant()); // whoever reads the server's log vouches for it
        accounts.add(admin);
        return Optional.of(admin.id());
    }

    /** Demo accounts do not count: where they are, the first real admin is still to come. */
    private boolean exists() {
        return em.createQuery(
                                "select count(a) from Account a join a.roles r where r = :role and a.email not like :demo",
                                Long.class)
                        .setParameter("role", Role.PLATFORM_ADMIN)
                        .setParameter("demo", "%" + DemoAccounts.DOMAIN)
                        .getSingleResult()
                > 0;
    }
}
