package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.accounts.boundary.OwnSignIns;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.SecondFactorNeeded;
import io.astrionix.musicmuse.accounts.boundary.SignInService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.accounts.control.AuthenticatorApps;
import io.astrionix.musicmuse.accounts.control.RecoveryCodes;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent.Outcome;
import io.astrionix.musicmuse.audit.boundary.AuditFilter;
import io.astrionix.musicmuse.audit.boundary.AuditReader;
import io.astrionix.musicmuse.audit.boundary.AuditView;
import io.astrionix.musicmuse.inserver.inside.AsPlatformAdmin;
import io.astrionix.musicmuse.inserver.inside.InTransaction;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.server.AuthenticatorCode;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever tries to sign in leaves an event that says who, when, from where, by what means and with what outcome. */
@Tag("R71")
@Tag("ASVS-16.3.1")
class SignInEventsIT extends Deployed {

    private static final TypedPassword PASSWORD = new TypedPassword(TestSignIns.PASSWORD);
    private static final TypedPassword WRONG = new TypedPassword("WRONG-PASSWORD-OF-THE-TEST");

    @Inject
    private SignInService signIn;

    @Inject
    private SecondFactorService secondFactor;

    @Inject
    private CredentialService credentials;

    @Inject
    private OwnSignIns own;

    @Inject
    private AuthenticatorApps apps;

    @Inject
    private RecoveryCodes recovery;

    @Inject
    private InTransaction inTransaction;

    @Inject
    private AuditReader reader;

    @Inject
    private AsPlatformAdmin admin;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private final Instant begin = Instant.now();
    private AccountId person;
    private String email;

    @BeforeEach
    void somebody_comes() {
        person = signIns.person(Role.LEARNER);
        email = TestSignIns.email(person);
        signIns.comeFrom(TestSignIns.ADDRESS);
    }

    @Test
    @Tag("ASVS-16.2.1")
    @Tag("ASVS-16.2.5")
    void a_password() throws Exception {
        signIn.signIn(email, WRONG);
        signIn.signIn(email, PASSWORD);

        var refused = one(AuditAction.SIGN_IN_REFUSED, Outcome.REFUSED);
        assertThat(refused.objectId()).isEqualTo(person.toString());
        assertThat(refused.personal()).containsEntry("email", email);
        assertThat(refused.details()).contains("\"why\":\"wrong\"");
        var done = one(AuditAction.SIGNED_IN, Outcome.DONE);
        assertThat(done.actor()).isEqualTo(person.toString());
        assertThat(done.objectType()).isEqualTo("sign-in");
        assertThat(done.details()).contains("\"level\":\"PASSWORD\"");
        assertThat(List.of(refused, done)).allSatisfy(event -> {
            assertThat(event.occurredAt()).isBetween(begin, Instant.now());
            assertThat(event.address()).isEqualTo(TestSignIns.ADDRESS);
            assertThat(event.personal()).containsEntry("device", TestSignIns.DEVICE);
            assertThat(event.toString()).doesNotContain(WRONG.value(), PASSWORD.value());
        });
    }

    @Test
    void an_address_without_an_account() throws Exception {
        var stranger = UUID.randomUUID() + "@stranger.musicmuse.test";
        signIn.signIn(stranger, WRONG);
        assertThat(of(AuditAction.SIGN_IN_REFUSED))
                .filteredOn(event -> stranger.equals(event.personal().get("email")))
                .singleElement()
                .satisfies(event -> assertThat(event.address()).isEqualTo(TestSignIns.ADDRESS));
    }

    @Test
    void an_account_that_may_not_sign_in() throws Exception {
        accounts.update("update musicmuse.account set status = 'LOCKED' where id = ?", person.value());
        signIn.signIn(email, PASSWORD);
        assertThat(one(AuditAction.SIGN_IN_REFUSED, Outcome.REFUSED).details()).contains("\"why\":\"LOCKED\"");
    }

    @Test
    void a_code_and_a_recovery_code() throws Exception {
        var seed = inTransaction.call(() -> apps.begin(person));
        assertThat(inTransaction.call(() -> apps.confirm(person, AuthenticatorCode.now(seed, -1))))
                .isTrue();
        var codes = inTransaction.call(() -> recovery.make(person));
        var ticket = ((SecondFactorNeeded) signIn.signIn(email, PASSWORD)).ticket();
        assertThat(ofPerson(AuditAction.SIGNED_IN)).as("after the password").isEmpty();

        secondFactor.finish(ticket, "000 000");
        assertThat(one(AuditAction.SECOND_FACTOR_REFUSED, Outcome.REFUSED).address())
                .isEqualTo(TestSignIns.ADDRESS);
        secondFactor.finish(ticket, codes.get(0));
        assertThat(one(AuditAction.RECOVERY_CODE_USED, Outcome.DONE).actor()).isEqualTo(person.toString());
        var done = one(AuditAction.SIGNED_IN, Outcome.DONE);
        assertThat(done.details()).contains("\"level\":\"SECOND_FACTOR\"");
        assertThat(done.toString()).doesNotContain(codes.get(0), ticket, seed);
    }

    @Test
    void a_passkey_that_is_nobodys() throws Exception {
        long before = of(AuditAction.SECOND_FACTOR_REFUSED).size();
        assertThat(secondFactor.signInWithPasskey("{}", "challenge")).isEmpty();
        assertThat(of(AuditAction.SECOND_FACTOR_REFUSED)).hasSize((int) before + 1);
    }

    @Test
    void a_password_that_is_asked_again_and_signing_out() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        credentials.confirm(WRONG);
        assertThat(one(AuditAction.CREDENTIAL_REFUSED, Outcome.REFUSED).objectId())
                .isEqualTo(person.toString());
        credentials.confirm(PASSWORD);
        assertThat(one(AuditAction.CREDENTIAL_CONFIRMED, Outcome.DONE).actor()).isEqualTo(person.toString());
        own.signOut();
        assertThat(one(AuditAction.SIGNED_OUT, Outcome.DONE).actor()).isEqualTo(person.toString());
    }

    private AuditView one(AuditAction action, Outcome outcome) throws Exception {
        var events = ofPerson(action);
        assertThat(events).as(action.name()).hasSize(1);
        assertThat(events.get(0).outcome()).isEqualTo(outcome.name());
        return events.get(0);
    }

    private List<AuditView> ofPerson(AuditAction action) throws Exception {
        return of(action).stream()
                .filter(event -> List.of(event.actor(), event.objectId()).contains(person.toString()))
                .toList();
    }

    private List<AuditView> of(AuditAction action) throws Exception {
        var filter =
                new AuditFilter(Optional.of(begin), Optional.empty(), Optional.of(action), Optional.empty(), "", "");
        return admin.call(() -> reader.find(filter, 0, 500));
    }
}
