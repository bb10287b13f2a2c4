package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.batch.legal.LegalNoticeSchedule;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.Transactions;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.legal.boundary.BusinessTransfers;
import io.astrionix.musicmuse.legal.boundary.EffectiveDateException;
import io.astrionix.musicmuse.legal.boundary.LegalAdministration;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.LegalNotices;
import io.astrionix.musicmuse.legal.boundary.LegalPage;
import io.astrionix.musicmuse.legal.boundary.LegalPages;
import io.astrionix.musicmuse.legal.boundary.LegalVersionNotFoundException;
import io.astrionix.musicmuse.legal.boundary.LegalVersionView;
import io.astrionix.musicmuse.legal.boundary.NoticeNotPossibleException;
import io.astrionix.musicmuse.legal.boundary.PublishCommand;
import io.astrionix.musicmuse.legal.boundary.TransferNotAnnouncedException;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A material version: its date, one mail to each, and the notice on the pages. The server's own schedule takes part. */
class LegalNoticeIT extends Deployed {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A day from which texts can hold, whatever the time zone. */
    private final LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    @Inject
    private Transactions transactions;

    @Inject
    private LegalAdministration administration;

    @Inject
    private LegalNotices notices;

    @Inject
    private LegalPages pages;

    @Inject
    private BusinessTransfers transfers;

    @Inject
    private LegalNoticeSchedule schedule;

    @Inject
    private Callers callers;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private AccountId trust;
    private UUID signIn;

    @BeforeEach
    void somebody_of_the_trust_team_signs_in() throws Exception {
        trust = signIns.person(Role.TRUST);
        signIn = signIns.signIn(trust, SignInLevel.SECOND_FACTOR);
    }

    @AfterEach
    void forget() {
        accounts.update("update musicmuse.legal_version set published_at = null, effective_on = null, material = false,"
                + " changed_purposes = '', told_at = null where document <> 'TRANSFER'");
        accounts.update("delete from musicmuse.legal_version where document = 'TRANSFER'");
        // in the order of the job, of which another run may not have ended yet
        accounts.update("delete from musicmuse.legal_receipt where id in"
                + " (select id from musicmuse.legal_receipt order by account_id for update)");
        accounts.update("delete from musicmuse.outbox_mail where mail_key like 'policy-%'");
    }

    @Test
    @Tag("R1")
    @Tag("R78")
    @Tag("R79")
    @Tag("R82")
    void a_material_version_has_its_dates_and_everybody_gets_one_mail_and_a_notice_until_it_is_put_away()
            throws Exception {
        var before = accounts.create();
        publish(command(soon, true, Set.of()));
        var after = accounts.create();
        assertThat(mailsTo(trust))
                .as("the first mail is in the same transaction")
                .isEqualTo(1);
        awaitTold();

        var version = page().version();
        assertThat(version.publishedAt()).isNotNull();
        assertThat(version.effectiveOn()).isEqualTo(soon);
        assertThat(mails()).isEqualTo(peopleToTell());
        assertThat(mailsTo(before)).isEqualTo(1);
        assertThat(mailsTo(after)).as("has seen it when registering").isZero();

        assertThat(notices.open(after)).isEmpty();
        assertThat(notices.open(before)).extracting(LegalVersionView::document).containsExactly(LegalDocument.TERMS);
        assertThat(receipt(before, "shown_at is not null and dismissed_at is null"))
                .isEqualTo(1);
        notices.dismiss(before, LegalDocument.TERMS, 1);
        notices.dismiss(before, LegalDocument.TERMS, 1);
        assertThat(notices.open(before)).isEmpty();
        assertThat(receipt(before, "dismissed_at >= shown_at and told_at is not null"))
                .isEqualTo(1);

        assertThatThrownBy(() -> publish(command(soon, false, Set.of())))
                .isInstanceOf(LegalVersionNotFoundException.class);
    }

    @Test
    @Tag("R82")
    void runs_at_the_same_time_and_runs_that_come_again_send_nothing_twice() throws Exception {
        for (int i = 0; i < 120; i++) {
            accounts.create();
        }
        publish(command(soon, true, Set.of()));
        var version = versionId();
        var runs = List.of(schedule.run(version), schedule.run(version), schedule.run(version));
        awaitTold();
        for (long run : runs) {
            awaitEnd(run);
        }
        long told = mails();
        assertThat(told).isEqualTo(peopleToTell());

        accounts.update("delete from musicmuse.outbox_mail where mail_key like 'policy-%'"); // as after its 30 days
        accounts.update("update musicmuse.legal_version set told_at = null where id = ?", version);
        schedule.runWaiting();
        awaitTold();
        assertThat(mails()).as("who was told is not told again").isZero();
    }

    @Test
    @Tag("R78")
    void without_date_mail_or_password_nothing_is_published() throws Exception {
        assertThatThrownBy(() -> publish(command(null, true, Set.of()))).isInstanceOf(EffectiveDateException.class);
        assertThatThrownBy(() -> publish(command(LocalDate.now(ZoneOffset.UTC).minusDays(2), false, Set.of())))
                .isInstanceOf(EffectiveDateException.class);

        accounts.update("update musicmuse.account set email = 'nobody' where id = ?", trust.value());
        assertThatThrownBy(() -> publish(command(soon, true, Set.of()))).isInstanceOf(NoticeNotPossibleException.class);
        accounts.update("update musicmuse.account set email = ? where id = ?", TestSignIns.email(trust), trust.value());

        signIns.grewStale(signIn);
        assertThatThrownBy(() -> publish(command(soon, true, Set.of())))
                .isInstanceOf(CredentialNotFreshException.class);
        assertThat(accounts.number("select count(*) from musicmuse.legal_version where published_at is not null"))
                .isZero();
        assertThat(mails()).isZero();
        assertThat(accounts.number("select count(*) from musicmuse.legal_receipt"))
                .isZero();
    }

    @Test
    @Tag("R49")
    @Tag("R78")
    void a_changed_purpose_ends_what_a_guardian_allowed_and_the_guardian_is_told_and_asked() throws Exception {
        var child = accounts.create();
        var guardian = signIns.person(Role.GUARDIAN);
        accounts.update(
                "update musicmuse.account set age_state = 'MINOR', adult_from = current_date + 900 where id = ?",
                child.value());
        accounts.update(
                "insert into musicmuse.guardianship values (gen_random_uuid(), 1, ?, ?, now(), 'v1', true)",
                child.value(),
                guardian.value());
        accounts.update(
                "insert into musicmuse.consent_proof (id, subject_id, giver_id, subject, text_version, given_at)"
                        + " values (gen_random_uuid(), ?, ?, 'AI_DISCLOSURE', 'v1', now())",
                child.value(),
                guardian.value());
        publish(command(soon, false, Set.of(Purpose.IMPROVE)));
        awaitTold();

        var address = TestSignIns.email(guardian);
        assertThat(signIns.mails("LEGAL_CHANGED_CHILD", address)).isEqualTo(1);
        assertThat(signIns.mails("CONSENT_AGAIN", address)).isEqualTo(1);
        assertThat(signIns.mails("LEGAL_CHANGED", address))
                .as("has an account too")
                .isEqualTo(1);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.guardianship where minor_id = ? and ai_disclosure",
                        child.value()))
                .isZero();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.consent_proof where subject_id = ? and ended_at is null",
                        child.value()))
                .isZero();
    }

    @Test
    @Tag("R35")
    void no_data_goes_to_a_successor_before_everybody_was_told() throws Exception {
        var learner = accounts.create();
        int number = asTrust(() -> transfers.announce(trust, "Tune Inc", Optional.of(soon)));
        accounts.update(
                "update musicmuse.legal_version set material = false, told_at = null where document = 'TRANSFER'");
        var refused = new StringWriter();
        assertThatThrownBy(() -> export(number, refused)).isInstanceOf(TransferNotAnnouncedException.class);
        assertThatThrownBy(() -> export(number + 1, refused)).isInstanceOf(TransferNotAnnouncedException.class);
        assertThat(refused.toString()).isEmpty();
        assertThat(accounts.number("select count(*) from musicmuse.audit_entry where action = 'TRANSFER_EXPORTED'"
                        + " and outcome = 'REFUSED'"))
                .isGreaterThanOrEqualTo(2);

        accounts.update("update musicmuse.legal_version set material = true where document = 'TRANSFER'");
        schedule.runWaiting();
        awaitTold();
        assertThat(signIns.mails("BUSINESS_TRANSFER", TestSignIns.email(learner)))
                .isEqualTo(1);
        assertThat(notices.open(learner))
                .extracting(LegalVersionView::successor)
                .containsExactly("Tune Inc");
        var open = new HashSet<Boolean>();
        var file = new StringWriter() {
            @Override
            public void write(String text) {
                open.add(transactions.isOpen());
                super.write(text);
            }
        };
        export(number, file);
        assertThat(file.toString()).contains(learner.toString());
        assertThat(open)
                .as("everybody's data take longer than a transaction may")
                .containsOnly(false);
    }

    @Test
    @Tag("R79")
    void who_opens_a_version_has_been_shown_it() throws Exception {
        var reader = accounts.create();
        notices.shown(reader, page().version());
        assertThat(receipt(reader, "true")).as("a draft").isZero();

        publish(command(soon, false, Set.of()));
        notices.shown(reader, page().version());
        notices.shown(reader, page().version());
        assertThat(receipt(reader, "shown_at is not null and told_at is null")).isEqualTo(1);
        assertThat(notices.open(reader)).as("opening it is no notice").isEmpty();
        assertThat(mails()).isZero();
    }

    private void export(int number, StringWriter out) throws Exception {
        asTrust(() -> {
            transfers.export(trust, number, out);
            return true;
        });
    }

    private static PublishCommand command(LocalDate on, boolean material, Set<Purpose> purposes) {
        return new PublishCommand(LegalDocument.TERMS, 1, on, material, purposes);
    }

    private void publish(PublishCommand command) throws Exception {
        asTrust(() -> {
            administration.publish(trust, command);
            return true;
        });
    }

    private <T> T asTrust(Callable<T> work) throws Exception {
        return callers.byRole().get(Role.TRUST).call(work);
    }

    private LegalPage page() {
        return pages.page(LegalDocument.TERMS, Optional.empty(), Locale.ENGLISH).orElseThrow();
    }

    private UUID versionId() {
        return UUID.fromString(
                accounts.text("select cast(id as text) from musicmuse.legal_version where document = 'TERMS'"));
    }

    /** Everybody with a verified address who was there when it was published. */
    private long peopleToTell() {
        return accounts.number("select count(*) from musicmuse.account where status <> 'UNVERIFIED' and created_at <"
                + " (select published_at from musicmuse.legal_version where document = 'TERMS')");
    }

    private long mails() {
        return accounts.number("select count(*) from musicmuse.outbox_mail where template = 'LEGAL_CHANGED'");
    }

    private long mailsTo(AccountId account) {
        return signIns.mails("LEGAL_CHANGED", TestSignIns.email(account));
    }

    private long receipt(AccountId account, String condition) {
        return accounts.number(
                "select count(*) from musicmuse.legal_receipt where account_id = ? and " + condition, account.value());
    }

    private void awaitEnd(long run) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (schedule.status(run) != BatchStatus.COMPLETED && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(schedule.status(run)).isEqualTo(BatchStatus.COMPLETED);
    }

    private void awaitTold() throws InterruptedException {
        var untold = "select count(*) from musicmuse.legal_version where material and told_at is null";
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (accounts.number(untold) > 0 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(accounts.number(untold)).as("versions not told").isZero();
    }
}
