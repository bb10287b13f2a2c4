package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.astrionix.musicmuse.erasure.boundary.Processor.Answer;
import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.retention.boundary.RetentionWatch;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Setting;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Those whom the retention engine needs are down, slow or wrong (P15): the mail server, and who works for the operator. */
class OutsideFaultsIT extends ErasureDeployed {

    private static final SurvivedFaults SURVIVED = new SurvivedFaults("outside", 2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final String LEGS = "select count(*) from musicmuse.erasure_leg where processor = 'double' and ";

    @Inject
    private RetentionRuns runs;

    @Inject
    private RetentionWatch watch;

    @Test
    @Tag("R36")
    @Tag("R42")
    @Tag("R71")
    void without_a_mail_server_everything_due_goes_and_the_operator_is_told_as_soon_as_there_is_one() throws Exception {
        var alarm = "mail_key like 'retention-alarm:RUN_FAILED:%'";
        accounts.update("delete from musicmuse.outbox_mail where " + alarm);
        var failed = UUID.randomUUID();
        accounts.update(
                "insert into musicmuse.retention_run (id, kind, asked_by, state, ended_at)"
                        + " values (?, 'PURGE', 'test', 'FAILED', now())",
                failed);
        var old = mail("31 days", "SENT");
        var waiting = mail("29 days", "QUEUED");
        accounts.update(
                "update musicmuse.outbox_mail set next_try_at = now() + interval '1 day' where id = ?", waiting);
        var abandoned = accounts.session(accounts.create(), 25, false);
        othersWait();
        try {
            watch.look();
            await("state = 'QUEUED' and attempts > 0 and last_error is not null and " + alarm);
        } finally {
            accounts.update("delete from musicmuse.retention_run where id = ?", failed);
        }

        var run = runs.purge("outbox-30d abandoned-take-24h");
        erasure.erase(person, request);

        assertThat(runs.state(run)).isEqualTo("DONE");
        assertThat(runs.evidence(run)).isEqualTo(runs.removed(run)).isGreaterThanOrEqualTo(2);
        assertThat(isThere("outbox_mail", old)).isFalse();
        assertThat(isThere("practice_session", abandoned)).isFalse();
        assertThat(isThere("outbox_mail", waiting)).isTrue();
        assertThat(rowsOf("account", "id")).isZero();
        assertThat(state()).isEqualTo("DONE");

        var server = new GreenMail(new ServerSetup(settings.count(Setting.SMTP_PORT), "127.0.0.1", "smtp"));
        server.start();
        try {
            accounts.update("update musicmuse.outbox_mail set next_try_at = now() where " + alarm);
            accounts.update("update musicmuse.outbox_mail set next_try_at = now() where id = ?", waiting);
            await("state = 'SENT' and " + alarm);
            await("state = 'SENT' and id = '" + waiting + "'");
            var received = Arrays.stream(server.getReceivedMessages())
                    .map(OutsideFaultsIT::recipient)
                    .toList();
            assertThat(received).contains("operator@test.musicmuse.test").doesNotContain(email());
            assertThat(received).containsOnlyOnce("waiting@outside.test");
        } finally {
            server.stop();
        }
        SURVIVED.add("mail");
    }

    @Test
    @Tag("R36")
    @Tag("R42")
    @Tag("R56")
    void a_processor_that_fails_is_wrong_or_slow_is_asked_again_and_keeps_nothing_else_waiting() throws Exception {
        var people = List.of(person, accounts.create(), accounts.create());
        var young = accounts.create();
        for (var account : people) {
            due(account, "verify_due_at");
            processor.knows(account);
        }
        processor.knows(young);
        accounts.update(
                "update musicmuse.account set verify_due_at = now() + interval '1 hour' where id = ?", young.value());
        var abandoned = accounts.session(young, 25, false);
        processor.answers(() -> {
            throw new IllegalStateException("500 Internal Server Error");
        });
        processor.answers(() -> null);
        processor.answers(() -> slowly(() -> {
            throw new IllegalStateException("timed out");
        }));
        processor.answers(() -> slowly(() -> Answer.LATER));

        var run = runs.purge("unverified-7d");
        assertThat(runs.state(run)).isEqualTo("DONE");
        assertThat(runs.evidence(run)).isEqualTo(runs.removed(run)).isGreaterThanOrEqualTo(3);
        assertThat(people).allSatisfy(account -> assertThat(isThere("account", account.value()))
                .isFalse());
        assertThat(isThere("account", young.value())).isTrue();

        var asking = CompletableFuture.runAsync(work::goOn);
        assertThat(runs.state(runs.purge("abandoned-take-24h"))).isEqualTo("DONE");
        assertThat(asking.isDone())
                .as("a run is not kept waiting by somebody who is slow")
                .isFalse();
        assertThat(isThere("practice_session", abandoned)).isFalse();
        asking.get();
        assertThat(accounts.number(LEGS + "reference is not null and tries > 0 and answer is not null"))
                .as("who has not erased is known")
                .isPositive();

        awaitAllErased(people);
        assertThat(isThere("account", young.value())).isTrue();
        assertThat(processor.asked(young)).as("about somebody who stays").isZero();
        assertThat(people)
                .allSatisfy(account -> assertThat(processor.asked(account)).isPositive());
        SURVIVED.add("processor");
    }

    private void awaitAllErased(List<AccountId> people) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (people.stream().anyMatch(this::waits) && System.nanoTime() < end) {
            accounts.update("update musicmuse.erasure_leg set next_try_at = now() where processor = 'double'"
                    + " and reference is not null");
            work.goOn();
            Thread.sleep(50);
        }
        assertThat(people).noneMatch(this::waits);
    }

    private boolean waits(AccountId account) {
        return accounts.number(LEGS + "reference like ?", "%" + account) > 0;
    }

    private static Answer slowly(Supplier<Answer> answer) {
        try {
            Thread.sleep(SLOW.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }

    /** A server that does not answer is asked once in two seconds: the mails of other tests would come first. */
    private void othersWait() {
        accounts.update(
                "update musicmuse.outbox_mail set next_try_at = now() + interval '1 hour' where state = 'QUEUED'");
    }

    private UUID mail(String age, String state) {
        var id = UUID.randomUUID();
        accounts.update(
                "insert into musicmuse.outbox_mail (id, mail_key, template, recipient, language, template_values, state,"
                        + " next_try_at, queued_at, sent_at) values (?, ?, 'PASSWORD_CHANGED', 'waiting@outside.test',"
                        + " 'en', '{\"name\":\"Zoë\"}', ?, now() + interval '1 day', now() - ?::interval, case when ? = 'SENT' then now() end)",
                id,
                id.toString(),
                state,
                age,
                state);
        return id;
    }

    private boolean isThere(String table, UUID id) {
        return accounts.number("select count(*) from musicmuse." + table + " where id = ?", id) == 1;
    }

    private void await(String condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var query = "select count(*) from musicmuse.outbox_mail where " + condition;
        while (accounts.number(query) != 1 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(accounts.number(query)).as(condition).isEqualTo(1);
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
