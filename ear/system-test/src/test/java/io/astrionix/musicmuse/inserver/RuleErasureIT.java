package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts that a rule of retention.yml ends. */
class RuleErasureIT extends ErasureDeployed {

    @Test
    @Tag("R62")
    void a_minor_whose_guardian_did_not_answer_goes_and_one_whose_guardian_just_did_stays() {
        var waiting = accounts.create();
        due(person, "guardian_due_at");
        accounts.update(
                "update musicmuse.account set guardian_due_at = now() + interval '1 hour' where id = ?",
                waiting.value());

        var gone = ends.end(map.rule("pending-guardian-14d"), List.of(person.value(), waiting.value()));

        assertThat(gone).containsExactly(person.value());
        assertThat(rowsOf("account", "id")).isZero();
        assertThat(accounts.number("select count(*) from musicmuse.account where id = ?", waiting.value()))
                .isEqualTo(1);
        work.goOn();
        assertThat(accounts.number("select count(*) from musicmuse.outbox_mail where recipient = ?", email()))
                .isZero();
        assertThat(accounts.number("select count(*) from musicmuse.audit_entry where action = 'ACCOUNT_ERASED'"
                        + " and details like '%pending-guardian-14d%'"))
                .isPositive();
    }

    @Test
    @Tag("R62")
    void a_child_whose_guardian_is_gone_waits_for_another() {
        var child = accounts.create();
        accounts.update(
                "update musicmuse.account set age_state = 'MINOR', adult_from = current_date + 900 where id = ?",
                child.value());
        accounts.update(
                "insert into musicmuse.guardianship values (gen_random_uuid(), 1, ?, ?, now(), 'v1', false)",
                child.value(),
                person.value());

        erasure.erase(person, request);

        assertThat(state()).isEqualTo("DONE");
        assertThat(accounts.text(
                        "select status || (guardian_due_at > now() + interval '13 days') from musicmuse.account where id = ?",
                        child.value()))
                .isEqualTo("PENDING_GUARDIANtrue");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.outbox_mail where template = 'ASK_GUARDIAN'"
                                + " and account_id = ?",
                        child.value()))
                .isEqualTo(1);
    }

    @Test
    @Tag("R36")
    void an_erasure_whose_transaction_fails_never_happened() throws Exception {
        // The engine would end the account as soon as this transaction lets go of it.
        accounts.update("insert into musicmuse.retention_pause values ('unverified-7d', 'test', now())");
        due(person, "verify_due_at");
        transaction.begin();
        assertThat(ends.end(map.rule("unverified-7d"), List.of(person.value()))).hasSize(1);
        transaction.rollback();

        work.goOn();

        assertThat(rowsOf("account", "id")).isEqualTo(1);
        assertThat(rowsOf("practice_session", "account_id")).isEqualTo(1);
        assertThat(ends.end(map.rule("unverified-7d"), List.of(person.value()))).hasSize(1);
        accounts.update("delete from musicmuse.retention_pause where rule_id = 'unverified-7d'");
    }
}
