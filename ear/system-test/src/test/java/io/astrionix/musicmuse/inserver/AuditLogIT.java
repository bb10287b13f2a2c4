package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditFilter;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.audit.boundary.AuditReader;
import io.astrionix.musicmuse.audit.boundary.AuditRetention;
import io.astrionix.musicmuse.audit.boundary.AuditVerification;
import io.astrionix.musicmuse.audit.boundary.AuditView;
import io.astrionix.musicmuse.inserver.inside.AsPlatformAdmin;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit log in the server: written with or without the caller's transaction, sealed beside it, read by few. */
class AuditLogIT extends Deployed {

    private static final int PATIENCE_MILLIS = 20_000;

    @Inject
    private AuditLog log;

    @Inject
    private AuditReader reader;

    @Inject
    private AuditVerification verification;

    @Inject
    private AuditRetention retention;

    @Inject
    private AsPlatformAdmin admin;

    @Inject
    private TestAccounts accounts;

    @Inject
    private UserTransaction transaction;

    @Test
    @Tag("R71")
    void what_was_done_goes_with_its_transaction_and_what_was_refused_stays() throws Exception {
        var done = UUID.randomUUID();
        var refused = UUID.randomUUID();
        transaction.begin();
        log.record(AuditEvent.done(AuditAction.PROFILE_CHANGED).on("test", done));
        log.recordRefusal(AuditEvent.refused(AuditAction.ACCESS_DENIED).on("test", refused));
        transaction.rollback();

        assertThat(events(done.toString())).isEmpty();
        assertThat(events(refused.toString())).hasSize(1);
    }

    @Test
    @Tag("R71")
    void every_event_gets_one_seal_without_a_reader_or_writer_asking() throws Exception {
        var object = UUID.randomUUID().toString();
        IntStream.range(0, 250)
                .parallel()
                .forEach(i -> log.record(AuditEvent.done(AuditAction.AUDIO_DEVICE_CHANGED)
                        .on("test", object)
                        .with("number", i)));
        awaitSealed();

        assertThat(accounts.number(
                        "select count(distinct s.seq) from musicmuse.audit_entry e"
                                + " join musicmuse.audit_seal s on s.entry_id = e.id where e.object_id = ?",
                        object))
                .isEqualTo(250);
        var state = admin.call(() -> verification.verify(accounts.create()));
        assertThat(state.damage()).isEmpty();
        assertThat(state.entries()).isGreaterThanOrEqualTo(250);
        assertThat(admin.call(verification::last)).hasValueSatisfying(last -> {
            assertThat(last.head()).isEqualTo(state.head());
            assertThat(last.isWhole()).isTrue();
        });
    }

    @Test
    @Tag("R71")
    @Tag("ASVS-16.4.1")
    void hostile_values_are_kept_in_one_line_each() throws Exception {
        var object = UUID.randomUUID().toString();
        var email = "anna\u0000\r\nSIGNED_IN DONE@\u202Eschool.test\uD800" + "x".repeat(10_000);
        log.recordRefusal(AuditEvent.refused(AuditAction.SIGN_IN_REFUSED)
                .on("test", object)
                .withPersonal("email", email)
                .with("reason", "line\nbreak"));

        var event = events(object).get(0);
        assertThat(event.personal().get("email"))
                .startsWith("anna\uFFFD\uFFFD\uFFFDSIGNED_IN DONE@\uFFFDschool.test\uFFFDx")
                .hasSizeLessThanOrEqualTo(500);
        assertThat(event.seq().orElse(1L))
                .as("its number, or none while it waits")
                .isPositive();
        assertThat(event.details()).isEqualTo("{\"reason\":\"line\uFFFDbreak\"}");
        awaitSealed();
        assertThat(admin.call(() -> verification.verify(accounts.create())).damage())
                .isEmpty();
    }

    @Test
    @Tag("R71")
    void an_erased_account_leaves_events_of_nobody_and_a_whole_chain() throws Exception {
        var account = accounts.create();
        var email = account + "@erased.test";
        log.record(AuditEvent.done(AuditAction.SIGNED_IN).by(account).on("account", account));
        log.record(AuditEvent.done(AuditAction.EMAIL_CHANGED).by(account).withPersonal("email", email));
        log.recordRefusal(AuditEvent.refused(AuditAction.SIGN_IN_REFUSED).withPersonal("email", email));
        assertThat(ofActor(account)).hasSize(2).allSatisfy(event -> assertThat(event.actor())
                .isEqualTo(account.toString()));

        assertThat(retention.forget(account, Set.of(email))).isEqualTo(3);

        awaitSealed();
        assertThat(ofActor(account)).isEmpty();
        assertThat(accounts.number("select count(*) from musicmuse.audit_personal where value = ?", email))
                .isZero();
        assertThat(admin.call(() -> verification.verify(accounts.create())).damage())
                .isEmpty();
    }

    @Test
    @Tag("ASVS-16.4.2")
    void only_a_platform_admin_reads_verifies_and_exports() {
        var nobody = accounts.create();
        assertThatThrownBy(() -> reader.find(AuditFilter.ALL, 0, 1)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> reader.count(AuditFilter.ALL)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> reader.export(nobody, AuditFilter.ALL, new StringWriter()))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> verification.verify(nobody)).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @Tag("ASVS-1.2.10")
    @Tag("R71")
    void an_export_starts_no_formula_and_is_an_event_itself() throws Exception {
        var by = accounts.create();
        var object = "=1+2 " + UUID.randomUUID();
        log.record(
                AuditEvent.done(AuditAction.PROFILE_CHANGED).on("test", object).with("quote", "\""));
        var filter =
                new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", object);
        var csv = new StringWriter();
        admin.call(() -> {
            reader.export(by, filter, csv);
            return null;
        });

        var lines = csv.toString().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[1]).contains("\"'" + object + "\"").contains("\"{\"\"quote\"\":\"\"\\\"\"\"\"}\"");
        assertThat(ofActor(by)).singleElement().satisfies(event -> assertThat(event.action())
                .isEqualTo("AUDIT_EXPORTED"));
    }

    private List<AuditView> events(String object) throws Exception {
        var filter =
                new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", object);
        return admin.call(() -> reader.find(filter, 0, 500));
    }

    private List<AuditView> ofActor(AccountId actor) throws Exception {
        var filter = new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), actor.toString(), "");
        return admin.call(() -> reader.find(filter, 0, 500));
    }

    private void awaitSealed() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (accounts.number("select count(*) from musicmuse.audit_unsealed") > 0 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(accounts.number("select count(*) from musicmuse.audit_unsealed"))
                .as("entries without a seal")
                .isZero();
    }
}
