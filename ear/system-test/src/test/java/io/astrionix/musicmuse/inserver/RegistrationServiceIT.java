package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.EmailVerification;
import io.astrionix.musicmuse.accounts.boundary.OtherRegistrationException;
import io.astrionix.musicmuse.accounts.boundary.RegisterCommand;
import io.astrionix.musicmuse.accounts.boundary.RegistrationService;
import io.astrionix.musicmuse.accounts.boundary.RegistrationService.Outcome;
import io.astrionix.musicmuse.accounts.boundary.TooBusyException;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegistrationServiceIT extends Deployed {

    private static final String PASSWORD = "seven violins at breakfast";
    private static final TypedPassword RIGHT = new TypedPassword(PASSWORD);
    private final YearMonth adult = YearMonth.now(ZoneOffset.UTC).minusYears(30);
    private final YearMonth minor = YearMonth.now(ZoneOffset.UTC).minusYears(15);
    private final YearMonth child = YearMonth.now(ZoneOffset.UTC).minusYears(10);

    @Inject
    private RegistrationService registration;

    @Inject
    private EmailVerification verification;

    @Inject
    private TestAccounts accounts;

    private final String email = UUID.randomUUID() + "@test.musicmuse.test";

    @Test
    @Tag("R2")
    void an_adult_registers_and_verifies() {
        long registered = audited("REGISTERED");
        long verified = audited("EMAIL_VERIFIED");
        assertThat(register(email, adult)).isEqualTo(Outcome.MAIL_SENT);
        assertThat(statusOf(email)).isEqualTo("UNVERIFIED");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where email = ?"
                                + " and adult_from is null and verify_due_at > now() + interval '6 days'",
                        email))
                .isEqualTo(1);

        var token = accounts.tokenMailedTo(email, "VERIFY_EMAIL");
        assertThat(verification.registrant(token)).contains("Ana");
        assertThat(statusOf(email)).as("looking changes nothing").isEqualTo("UNVERIFIED");
        assertThat(verification.verify(token, RIGHT))
                .hasValueSatisfying(done -> assertThat(done.askGuardian()).isEmpty());
        assertThat(statusOf(email)).isEqualTo("ACTIVE");
        assertThat(verification.verify(token, RIGHT)).as("the second time").isEmpty();
        assertThat(verification.registrant(token)).isEmpty();
        assertThat(audited("REGISTERED")).isEqualTo(registered + 1);
        assertThat(audited("EMAIL_VERIFIED")).isEqualTo(verified + 1);
    }

    @Test
    @Tag("R62")
    void a_minor_waits_for_a_guardian() {
        register(email, minor);
        var verified = verification.verify(accounts.tokenMailedTo(email, "VERIFY_EMAIL"), RIGHT);

        assertThat(verified).hasValueSatisfying(done -> assertThat(done.askGuardian())
                .contains(accounts.tokenMailedTo(email, "ASK_GUARDIAN")));
        assertThat(statusOf(email)).isEqualTo("PENDING_GUARDIAN");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where email = ? and adult_from = ?"
                                + " and guardian_due_at between now() + interval '13 days' and now() + interval '14 days'",
                        email,
                        minor.plusYears(18).plusMonths(1).atDay(1)))
                .isEqualTo(1);
    }

    @Test
    @Tag("R59")
    void of_somebody_too_young_nothing_is_stored() {
        var tables = new String[] {"account", "one_time_token", "outbox_mail", "audit_entry"};
        var before = IntStream.range(0, tables.length)
                .mapToLong(i -> count(tables[i]))
                .toArray();

        assertThat(register(email, child)).isEqualTo(Outcome.REFUSED);

        assertThat(IntStream.range(0, tables.length)
                        .mapToLong(i -> count(tables[i]))
                        .toArray())
                .isEqualTo(before);
    }

    @Test
    @Tag("ASVS-6.3.8")
    void an_address_with_an_account_is_answered_alike_and_told_once_an_hour() {
        register(email, adult);
        assertThat(verification.verify(accounts.tokenMailedTo(email, "VERIFY_EMAIL"), RIGHT))
                .isPresent();

        assertThat(register(" " + email.toUpperCase(Locale.ROOT), adult)).isEqualTo(Outcome.MAIL_SENT);
        assertThat(register(email, minor)).isEqualTo(Outcome.MAIL_SENT);

        assertThat(mails("ALREADY_REGISTERED")).isBetween(1L, 2L); // two on the hour
        assertThat(accounts.number("select count(*) from musicmuse.account where email = ?", email))
                .isEqualTo(1);
        assertThat(statusOf(email)).isEqualTo("ACTIVE");
    }

    @Test
    void who_registers_again_before_verifying_begins_anew() {
        register(email, minor);
        var first = accounts.tokenMailedTo(email, "VERIFY_EMAIL");
        registration.register(new RegisterCommand("Second", email, PASSWORD, adult, Locale.GERMAN, true));
        var second = accounts.tokenMailedTo(email, "VERIFY_EMAIL");

        assertThat(verification.verify(first, RIGHT)).as("the first link").isEmpty();
        assertThat(verification.registrant(second)).contains("Second");
        assertThat(verification.verify(second, RIGHT)).isPresent();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where email = ? and age_state = 'ADULT'"
                                + " and adult_from is null and language = 'de'",
                        email))
                .isEqualTo(1);
    }

    @Test
    @Tag("ASVS-15.4.2")
    @Tag("ASVS-2.3.4")
    void of_many_registrations_at_once_one_makes_the_account() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var tries = threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>) this::registerUnlessBusy)
                    .toList());
            int sent = 0;
            for (var tried : tries) {
                sent += tried.get() ? 1 : 0;
            }
            assertThat(sent).isGreaterThanOrEqualTo(2);
        } finally {
            threads.shutdown();
        }
        assertThat(accounts.number("select count(*) from musicmuse.account where email = ?", email))
                .isEqualTo(1);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.one_time_token t join musicmuse.account a on a.id = t.account_id"
                                + " where a.email = ?",
                        email))
                .isEqualTo(1);
    }

    /** Somebody else can register the address too, as an adult and with a password of their own. */
    @Test
    @Tag("R62")
    void a_link_works_with_the_password_of_its_registration_only() {
        register(email, adult);
        var token = accounts.tokenMailedTo(email, "VERIFY_EMAIL");

        assertThatThrownBy(() -> verification.verify(token, new TypedPassword("eleven cellos after supper")))
                .isInstanceOf(OtherRegistrationException.class);
        assertThat(statusOf(email)).isEqualTo("UNVERIFIED");
        assertThat(verification.verify(token, RIGHT)).isPresent();
    }

    @Test
    @Tag("ASVS-7.4.2")
    void no_link_of_the_registration_opens_a_locked_account() {
        register(email, adult);
        var token = accounts.tokenMailedTo(email, "VERIFY_EMAIL");
        accounts.update("update musicmuse.account set status = 'LOCKED' where email = ?", email);

        assertThat(verification.verify(token, RIGHT)).isEmpty();
        assertThat(statusOf(email)).isEqualTo("LOCKED");
    }

    @Test
    @Tag("ASVS-2.4.1")
    void an_address_gets_six_links_in_an_hour_however_often_it_is_registered() {
        for (int i = 0; i < 9; i++) {
            assertThat(register(email, adult)).isEqualTo(Outcome.MAIL_SENT);
        }
        assertThat(mails("VERIFY_EMAIL")).isBetween(6L, 8L);
        assertThat(verification.registrant(accounts.tokenMailedTo(email, "VERIFY_EMAIL")))
                .as("the last link")
                .isPresent();
    }

    @Test
    @Tag("ASVS-6.4.1")
    void a_link_that_is_too_old_does_not_work() {
        register(email, adult);
        accounts.update(
                "update musicmuse.one_time_token set expires_at = now() - interval '1 second'"
                        + " where account_id = (select id from musicmuse.account where email = ?)",
                email);

        assertThat(verification.verify(accounts.tokenMailedTo(email, "VERIFY_EMAIL"), RIGHT))
                .isEmpty();
        assertThat(statusOf(email)).isEqualTo("UNVERIFIED");
    }

    @Test
    @Tag("ASVS-2.2.1")
    @Tag("ASVS-2.2.2")
    void what_the_database_could_not_keep_is_refused_at_the_door() {
        assertRefused("a\u0000b", email, PASSWORD, true);
        assertRefused("a\nb", email, PASSWORD, true);
        assertRefused("\uD83C", email, PASSWORD, true);
        assertRefused("x".repeat(81), email, PASSWORD, true);
        assertRefused("Ana", "a@example.org\u0000", PASSWORD, true);
        assertRefused("Ana", "no address", PASSWORD, true);
        assertRefused("Ana", email, "", true);
        assertRefused("Ana", email, PASSWORD, false);
        assertThat(accounts.number("select count(*) from musicmuse.account where email = ?", email))
                .isZero();
    }

    private void assertRefused(String name, String address, String password, boolean privacyRead) {
        var command = new RegisterCommand(name, address, password, adult, Locale.ENGLISH, privacyRead);
        assertThatThrownBy(() -> registration.register(command)).isInstanceOf(ConstraintViolationException.class);
    }

    /** The server hashes only so many passwords at once. */
    private boolean registerUnlessBusy() {
        try {
            return register(email, adult) == Outcome.MAIL_SENT;
        } catch (TooBusyException busy) {
            return false;
        }
    }

    private Outcome register(String address, YearMonth birth) {
        return registration.register(new RegisterCommand("Ana", address, PASSWORD, birth, Locale.ENGLISH, true));
    }

    private String statusOf(String address) {
        return accounts.text("select status from musicmuse.account where email = ?", address);
    }

    private long count(String table) {
        return accounts.number("select count(*) from musicmuse." + table);
    }

    private long mails(String template) {
        return accounts.number(
                "select count(*) from musicmuse.outbox_mail where recipient = ? and template = ?", email, template);
    }

    private long audited(String action) {
        return accounts.number(
                "select count(*) from musicmuse.audit_entry where action = ? and outcome = 'DONE'", action);
    }
}
