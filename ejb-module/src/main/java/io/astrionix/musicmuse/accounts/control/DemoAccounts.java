package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.shared.AccountId;
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
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a demo account for each role, or gives them a new password, at each start; only where the operator (or {@code
 * ./mvnw -Prun}) has set one. There is no default password.
 */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class DemoAccounts {

    /** Ends every demo account's email; .test belongs to nobody (RFC 2606). */
    static final String DOMAIN = "@demo.musicmuse.test";

    private AccountRepository accounts;
    private AuthenticatorApps apps;
    private Passwords passwords;
    private Settings settings;
    private Clock clock;

    public DemoAccounts() {} // required by the EJB proxy

    @Inject
    public DemoAccounts(
            AccountRepository accounts, AuthenticatorApps apps, Passwords passwords, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.apps = apps;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void prepare() {
        settings.text(Setting.DEMO_PASSWORD).ifPresent(password -> {
            var hash = passwords.hashNow(password);
            for (var role : Role.values()) {
                createOrUpdate(role, hash);
            }
        });
    }

    /** Such as org-admin@demo.musicmuse.test. */
    static String email(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + DOMAIN;
    }

    private void createOrUpdate(Role role, String hash) {
        var found = accounts.findByEmail(email(role));
        found.ifPresent(account -> account.changePassword(hash));
        var id = found.map(Account::id).orElseGet(() -> create(role, hash));
        if (role.needsSecondFactor()) {
            settings.text(Setting.DEMO_TOTP_SEED).ifPresent(seed -> apps.putConfirmed(id, Base32.decode(seed)));
        }
    }

    private AccountId create(Role role, String hash) {
        var words = Stream.of(role.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        var account = new Account(email(role), "Demo " + words, role, hash, clock.instant());
        accounts.add(account);
        return account.id();
    }
}
