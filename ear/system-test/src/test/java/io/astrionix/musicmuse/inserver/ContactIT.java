package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.EmailVerification;
import io.astrionix.musicmuse.accounts.boundary.RegisterCommand;
import io.astrionix.musicmuse.accounts.boundary.RegistrationService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.support.boundary.ContactCommand;
import io.astrionix.musicmuse.support.boundary.ContactService;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.OwnThreads;
import io.astrionix.musicmuse.support.boundary.ThreadByLink;
import io.astrionix.musicmuse.support.boundary.ThreadNotFoundException;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
import io.astrionix.musicmuse.support.boundary.TooManyMessagesException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages to the operator as their senders see them. */
class ContactIT extends Deployed {

    private static final String THREADS = "select count(*) from musicmuse.support_thread where sender_email = ?";

    /** Of networks that no other test uses. */
    private static int lastNetwork;

    @Inject
    private ContactService contact;

    @Inject
    private ThreadByLink byLink;

    @Inject
    private OwnThreads own;

    @Inject
    private RegistrationService registration;

    @Inject
    private EmailVerification verification;

    @Inject
    private RequestLimits limits;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private final String email = UUID.randomUUID() + "@contact.musicmuse.test";

    @BeforeEach
    void a_stranger_comes() {
        signIns.comeFrom("10.78." + ++lastNetwork + ".9");
    }

    @Test
    @Tag("R4")
    @Tag("R23")
    @Tag("R80")
    @Tag("R82")
    void a_strangers_message_is_kept_and_acknowledged_once_however_often_it_is_sent() throws Exception {
        var reference = send(MessageCategory.OTHER, email);
        assertThat(reference).matches("M-\\d{6,}");
        assertThat(AtOnce.call(() -> send(MessageCategory.OTHER, " " + email.toUpperCase(Locale.ROOT))))
                .containsOnly(reference);
        assertThat(accounts.number(THREADS, email)).isEqualTo(1);
        assertThat(signIns.mails("SUPPORT_RECEIVED", email)).isEqualTo(1);
        assertThat(accounts.text(
                        "select category || ' ' || status || ' ' || (last_message_at > now() - interval '1 minute')"
                                + " from musicmuse.support_thread where sender_email = ?",
                        email))
                .isEqualTo("OTHER OPEN true");
    }

    @Test
    @Tag("R23")
    void the_link_of_the_mail_opens_the_thread_and_no_other_does() {
        send(MessageCategory.BILLING, email);
        var token = accounts.tokenMailedTo(email, "SUPPORT_RECEIVED");
        var thread = byLink.open(token).orElseThrow();
        assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
        assertThat(byLink.answer(token, "One more thing.")).isTrue();
        assertThat(byLink.answer(token, "One more thing.")).isTrue();
        assertThat(byLink.open(token).orElseThrow().messages())
                .extracting(message -> message.text())
                .containsExactly("How do I tune a lute?", "One more thing.");

        assertThat(byLink.open("no-such-token")).isEmpty();
        assertThat(byLink.answer("no-such-token", "Let me in.")).isFalse();
        accounts.update("update musicmuse.support_link set expires_at = now() where thread_id = ?", thread.id());
        assertThat(byLink.open(token)).isEmpty();
        assertThat(byLink.answer(token, "Too late.")).isFalse();
    }

    @Test
    @Tag("R61")
    void a_parent_needs_no_account_and_the_operator_hears_of_it_at_once() {
        long before = signIns.mails("SUPPORT_URGENT", "operator@test.musicmuse.test");
        send(MessageCategory.CHILD, email);
        assertThat(accounts.text(
                        "select account_id is null and urgent and due_at <= opened_at + interval '4 days 1 hour'"
                                + " from musicmuse.support_thread where sender_email = ?",
                        email))
                .isEqualTo("t");
        assertThat(signIns.mails("SUPPORT_URGENT", "operator@test.musicmuse.test"))
                .isEqualTo(before + 1);
    }

    /** A7: whether somebody was signed in, or only typed the address that an account has. */
    @Test
    @Tag("R36")
    void messages_of_somebody_with_an_account_go_with_it() throws Exception {
        var person = signIns.person(Role.LEARNER);
        var address = TestSignIns.email(person);
        send(MessageCategory.OTHER, address);
        signIns.signIn(person, SignInLevel.PASSWORD);
        contact.sendAsCaller(MessageCategory.PRIVACY, "What do you know about me?");
        assertThat(own.list()).hasSize(2);
        assertThat(accounts.number(THREADS + " and account_id = ?", address, person.value()))
                .isEqualTo(2);

        accounts.update("delete from musicmuse.account where id = ?", person.value());
        assertThat(accounts.number(THREADS, address)).isZero();
    }

    /** A7 again: the message was there before the account. */
    @Test
    @Tag("R36")
    void a_message_belongs_to_the_account_as_soon_as_its_owner_has_proved_the_address() {
        registration.register(
                new RegisterCommand("Ana", email, TestSignIns.PASSWORD, YearMonth.of(1990, 1), Locale.ENGLISH, true));
        send(MessageCategory.OTHER, email);
        assertThat(accounts.number(THREADS + " and account_id is null", email)).isEqualTo(1);

        verification.verify(accounts.tokenMailedTo(email, "VERIFY_EMAIL"), new TypedPassword(TestSignIns.PASSWORD));
        assertThat(accounts.number(
                        THREADS + " and account_id = (select id from musicmuse.account where email = sender_email)",
                        email))
                .isEqualTo(1);
    }

    @Test
    @Tag("R70")
    void a_thread_of_somebody_else_looks_like_none() throws Exception {
        signIns.signIn(signIns.person(Role.LEARNER), SignInLevel.PASSWORD);
        contact.sendAsCaller(MessageCategory.ABUSE, "Somebody is unkind to me.");
        var thread = own.list().get(0).id();
        assertThat(own.thread(thread).messages()).hasSize(1);
        signIns.signIn(signIns.person(Role.LEARNER), SignInLevel.PASSWORD);
        assertThatThrownBy(() -> own.thread(thread)).isInstanceOf(ThreadNotFoundException.class);
        assertThatThrownBy(() -> own.answer(thread, "Me too.")).isInstanceOf(ThreadNotFoundException.class);
        assertThat(own.list()).isEmpty();
    }

    @Test
    @Tag("ASVS-2.4.1")
    void a_network_that_had_its_turns_gets_no_further() {
        while (limits.tryTake(Limit.CONTACT)) {
            // until none is left
        }
        assertRefused(() -> send(MessageCategory.OTHER, email));
    }

    @Test
    @Tag("ASVS-2.4.1")
    void nobody_gets_more_acknowledgements_than_the_limit_from_however_many_networks() {
        while (limits.tryTake(Limit.CONTACT, "message of " + email)) {
            // until none is left
        }
        assertRefused(() -> send(MessageCategory.OTHER, email));
    }

    @Test
    @Tag("ASVS-2.2.1")
    void what_cannot_be_kept_is_refused_as_a_whole() {
        for (var text :
                new String[] {"", " \n ", "x".repeat(4_001), "a\u0000b", "turned \u202E around", "half \ud800"}) {
            assertThatThrownBy(() ->
                            contact.send(new ContactCommand(MessageCategory.OTHER, "Ana", email, text, Locale.ENGLISH)))
                    .isInstanceOf(ConstraintViolationException.class);
        }
        assertThat(accounts.number(THREADS, email)).isZero();
        assertThat(signIns.mails("SUPPORT_RECEIVED", email)).isZero();
    }

    private void assertRefused(Callable<String> sending) {
        assertThatThrownBy(sending::call).isInstanceOf(TooManyMessagesException.class);
        assertThat(accounts.number(THREADS, email)).isZero();
        assertThat(signIns.mails("SUPPORT_RECEIVED", email)).isZero();
    }

    private String send(MessageCategory category, String from) {
        return contact.send(new ContactCommand(category, "Ana", from, "How do I tune a lute?", Locale.ENGLISH));
    }
}
