package io.astrionix.musicmuse.inserver;

import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.control.SignIns;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.InTransaction;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.RequestOrigin;
import io.astrionix.musicmuse.shared.RequestOrigin.Origin;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** People who can sign in, and the sign-in that the running test's request belongs to. */
@ApplicationScoped
public class TestSignIns {

    static final String PASSWORD = "tulip anvil quietly orbit";
    static final String ADDRESS = "203.0.113.9";
    static final String DEVICE = "Firefox on Linux";

    @Inject
    private TestAccounts accounts;

    @Inject
    private InTransaction inTransaction;

    @Inject
    private Passwords passwords;

    @Inject
    private SignIns signIns;

    @Inject
    private AccountRepository repository;

    @Inject
    private RequestOrigin origin;

    /** Of all of them: making one takes a quarter of a second. */
    private String hash;

    @PostConstruct
    void hash() {
        hash = passwords.hash(PASSWORD);
    }

    AccountId person(Role... roles) {
        var account = accounts.create();
        for (var role : roles) {
            accounts.update("insert into musicmuse.account_role values (?, ?)", account.value(), role.name());
        }
        accounts.update("update musicmuse.account set password_hash = ? where id = ?", hash, account.value());
        return account;
    }

    static String email(AccountId person) {
        return person + "@test.musicmuse.test";
    }

    /** The request comes from a browser of which nothing is known. */
    void comeFrom(String address) {
        origin.set(new Origin(Optional.of(address), Optional.of(DEVICE), Optional.empty()));
    }

    /** Begins a sign-in with a credential that is fresh, to which the request belongs from now on. */
    UUID signIn(AccountId person, SignInLevel level) throws Exception {
        comeFrom(ADDRESS);
        var id = inTransaction.call(() ->
                signIns.begin(repository.find(person).orElseThrow(), level).id());
        origin.setSignIn(id);
        return id;
    }

    /** As if the password had been typed a second too long ago for a change of credentials. */
    void grewStale(UUID signIn) {
        accounts.update(
                "update musicmuse.sign_in set credential_confirmed_at = now() - interval '301 seconds' where id = ?",
                signIn);
    }

    /** How many mails of a kind went to an address. */
    long mails(String template, String recipient) {
        return accounts.number(
                "select count(*) from musicmuse.outbox_mail where template = ? and recipient = ?", template, recipient);
    }
}
