package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.accounts.boundary.SignInService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.RequestOrigin;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Attacks at full speed through the sign-in service. How many passwords were looked at is counted where bcrypt is called,
 * so that it also shows what shut-out tries cost. Each attack is over before the first lock is, which lasts a minute, so
 * the rule allows ten for an account; tries that found the server busy were not looked at either.
 */
@Tag("R69")
@Tag("ASVS-2.4.1")
@Tag("ASVS-6.3.1")
class GuessingIT extends Deployed {

    private static final int TRIES = 10_000;
    private static final int THREADS = 24;
    private static final String PASSWORD = "tulip anvil quietly orbit";

    /** Defaults of the settings. */
    private static final int NETWORK_ACCOUNTS = 30;

    /** Those that are being looked at when the limit is reached come on top. */
    private static final long IN_FLIGHT = 8;

    private static final long PER_ACCOUNT = 10;

    @Inject
    private SignInService signIn;

    @Inject
    private Passwords passwords;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Instance<RequestContextController> requests;

    @Inject
    private TestAccounts accounts;

    private AccountId account;
    private String email;

    @BeforeEach
    void create_an_account() {
        account = accounts.create();
        email = account + "@test.musicmuse.test";
        accounts.update("insert into musicmuse.account_role values (?, 'LEARNER')", account.value());
        accounts.update(
                "update musicmuse.account set password_hash = ? where id = ?",
                passwords.hash(PASSWORD),
                account.value());
        accounts.update("delete from musicmuse.sign_in_network");
    }

    @Test
    void from_one_address_ten_guesses_are_looked_at() throws Exception {
        assertThat(attack("one-address", i -> email, i -> "203.0.113.7")).isBetween(1L, PER_ACCOUNT);
    }

    @Test
    void from_a_thousand_addresses_ten_guesses_are_looked_at_and_the_owner_still_gets_in() throws Exception {
        var cookie = ownersDevice();
        var over = new AtomicBoolean();
        var ownerTries = new AtomicInteger();
        var ownerIn = new AtomicInteger();
        var owner = start(() -> {
            while (!over.get()) {
                ownerTries.incrementAndGet();
                if (in("198.51.100.1", Optional.of(cookie), email, PASSWORD) instanceof SignInResult.SignedIn) {
                    ownerIn.incrementAndGet();
                }
            }
        });
        long before = passwords.looked();
        hurl(i -> email, i -> "10." + i % 1_000 / 250 + "." + i % 250 + ".9");
        over.set(true);
        owner.join();

        assertThat(tell("thousand-addresses", passwords.looked() - before - ownerTries.get()))
                .isBetween(1L, PER_ACCOUNT);
        ServerFigures.keep("owner-signins", 100.0 * ownerIn.get() / ownerTries.get(), "%", ">= 99.9");
        assertThat(ownerTries.get()).isPositive();
        assertThat(ownerIn.get()).as("sign-ins of the owner").isEqualTo(ownerTries.get());
    }

    @Test
    void a_spray_from_one_network_gets_as_far_as_the_networks_limit() throws Exception {
        long looked = attack("spray", i -> "nobody" + i + "@test.musicmuse.test", i -> "192.0.2." + i % 250);
        assertThat(looked).isBetween(1L, NETWORK_ACCOUNTS + IN_FLIGHT);
    }

    @Test
    void strangers_are_locked_like_accounts() throws Exception {
        assertThat(attack("stranger", i -> "nobody@test.musicmuse.test", i -> "10.9." + i % 250 + ".9"))
                .isBetween(1L, PER_ACCOUNT);
    }

    @Test
    void one_after_the_other_the_rule_allows_exactly_so_many() {
        long before = passwords.looked();
        for (int i = 0; i < PER_ACCOUNT + 5; i++) {
            in("10.7.0." + i, Optional.empty(), email, "wrong " + i);
        }
        assertThat(passwords.looked() - before).isEqualTo(PER_ACCOUNT);

        before = passwords.looked();
        for (int i = 0; i < NETWORK_ACCOUNTS + 5; i++) {
            in("10.6.0." + i, Optional.empty(), "somebody" + i + "@test.musicmuse.test", "wrong");
        }
        assertThat(passwords.looked() - before).isEqualTo(NETWORK_ACCOUNTS);
    }

    @Test
    @Tag("ASVS-6.3.5")
    void the_locked_lane_refuses_the_right_password_too_and_the_owner_is_told_by_mail() throws Exception {
        for (int i = 0; i < PER_ACCOUNT; i++) {
            assertThat(in("10.8.0." + i, Optional.empty(), email, "wrong " + i)).isEqualTo(new SignInResult.Refused());
        }
        assertThat(in("10.8.0.1", Optional.empty(), email, PASSWORD)).isEqualTo(new SignInResult.Refused());
        assertThat(accounts.number(
                        "select count(*) from musicmuse.outbox_mail where account_id = ? and template = 'SIGN_IN_LOCKED'",
                        account.value()))
                .isEqualTo(1);
    }

    private String ownersDevice() {
        return ((SignInResult.SignedIn) in("198.51.100.1", Optional.empty(), email, PASSWORD)).deviceCookie();
    }

    /** @return how many passwords were looked at */
    private long attack(String name, IntFunction<String> emails, IntFunction<String> addresses) throws Exception {
        long before = passwords.looked();
        hurl(emails, addresses);
        return tell(name, passwords.looked() - before);
    }

    private static long tell(String name, long looked) {
        var most = name.equals("spray") ? "<= " + (NETWORK_ACCOUNTS + IN_FLIGHT) : "<= " + PER_ACCOUNT;
        ServerFigures.keep("guesses-tested-" + name, (double) looked, "of " + TRIES, most);
        return looked;
    }

    private void hurl(IntFunction<String> emails, IntFunction<String> addresses) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        var loader = Thread.currentThread().getContextClassLoader();
        var tries = IntStream.range(0, TRIES)
                .<Callable<SignInResult>>mapToObj(i -> () -> {
                    Thread.currentThread().setContextClassLoader(loader);
                    return in(addresses.apply(i), Optional.empty(), emails.apply(i), "guess " + i);
                })
                .toList();
        for (var done : threads.invokeAll(tries)) {
            assertThat(done.get()).isNotInstanceOf(SignInResult.SignedIn.class);
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static Thread start(Runnable work) {
        var loader = Thread.currentThread().getContextClassLoader();
        var thread = new Thread(work, "owner");
        thread.setContextClassLoader(loader);
        thread.start();
        return thread;
    }

    private SignInResult in(String address, Optional<String> cookie, String who, String password) {
        var request = requests.get();
        boolean mine = request.activate();
        try {
            origin.set(
                    new RequestOrigin.Origin(Optional.of(address), Optional.of("Firefox on Linux"), Optional.empty()));
            cookie.ifPresent(origin::setDeviceCookie);
            return signIn.signIn(who, new TypedPassword(password));
        } finally {
            if (mine) {
                request.deactivate();
            }
        }
    }
}
