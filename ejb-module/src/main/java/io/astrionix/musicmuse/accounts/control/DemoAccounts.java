package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Makes the demo accounts, or gives them new passwords, at each start; only where the operator (or {@code ./mvnw -Prun})
 * has set one. There is no default password.
 */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class DemoAccounts {

    static final String LEARNER_EMAIL = "learner@demo.musicmuse.test";
    static final String TRAINER_EMAIL = "trainer@demo.musicmuse.test";

    private AccountRepository accounts;
    private Passwords passwords;
    private Settings settings;
    private Clock clock;

    public DemoAccounts() {} // required by the EJB proxy

    @Inject
    public DemoAccounts(AccountRepository accounts, Passwords passwords, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void create() {
        settings.text(Setting.DEMO_LEARNER_PASSWORD)
                .ifPresent(password -> createOrUpdate(LEARNER_EMAIL, "Demo Learner", Role.LEARNER, password));
        settings.text(Setting.DEMO_TRAINER_PASSWORD)
                .ifPresent(password -> createOrUpdate(TRAINER_EMAIL, "Demo Trainer", Role.TRAINER, password));
    }

    private void createOrUpdate(String email, String displayName, Role role, String password) {
        var hash = passwords.hash(password);
        accounts.findByEmail(email)
                .ifPresentOrElse(
                        account -> account.changePassword(hash),
                        () -> accounts.add(new Account(email, displayName, role, hash, clock.instant())));
    }
}
