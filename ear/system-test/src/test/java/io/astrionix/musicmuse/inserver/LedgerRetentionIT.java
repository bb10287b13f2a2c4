package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was paid stays seven years after the customer's last transaction, and can only be added to meanwhile. */
class LedgerRetentionIT extends Deployed {

    private static final String SEVEN_YEARS = "interval '7 years'";

    @Inject
    private RetentionRuns runs;

    @Inject
    private TestAccounts accounts;

    @Test
    @Tag("R38")
    void goes_seven_years_after_the_last_transaction_and_not_before() {
        var over = customer();
        pay(over, "CHARGE", SEVEN_YEARS + " + interval '3 years'");
        pay(over, "CHARGE", SEVEN_YEARS + " + interval '1 minute'");
        var almost = customer();
        pay(almost, "CHARGE", SEVEN_YEARS + " - interval '1 minute'");

        var run = runs.purge("billing-7y");

        assertThat(runs.state(run)).isEqualTo("DONE");
        assertThat(entries(over)).isZero();
        assertThat(isThere(over)).isFalse();
        assertThat(entries(almost)).isEqualTo(1);
        assertThat(runs.evidence(run)).isPositive();
    }

    @Test
    @Tag("R38")
    void a_refund_extends_everything_the_customer_ever_paid() {
        var customer = customer();
        pay(customer, "CHARGE", "interval '9 years'");
        pay(customer, "REFUND", "interval '6 years'");
        pay(customer, "CHARGE", "interval '8 years'");

        runs.purge("billing-7y");

        assertThat(entries(customer)).isEqualTo(3);
    }

    @Test
    @Tag("R38")
    void a_customer_who_never_paid_has_no_clock() {
        var customer = customer();

        runs.purge("billing-7y");

        assertThat(isThere(customer)).isTrue();
    }

    @Test
    void nobody_changes_an_entry() {
        var customer = customer();
        pay(customer, "CHARGE", "interval '1 day'");

        for (var command : new String[] {
            "update musicmuse.ledger_entry set minor_units = 0 where customer_id = ?",
            "delete from musicmuse.ledger_entry where customer_id = ?",
            "update musicmuse.billing_customer set last_transaction_at = null where id = ?"
        }) {
            assertThatThrownBy(() -> accounts.update(command, customer)).hasMessageContaining("permission denied");
        }
        assertThat(entries(customer)).isEqualTo(1);
    }

    private UUID customer() {
        var id = UUID.randomUUID();
        accounts.update("insert into musicmuse.billing_customer (id) values (?)", id);
        return id;
    }

    private void pay(UUID customer, String type, String ago) {
        accounts.update(
                "insert into musicmuse.ledger_entry (id, customer_id, type, minor_units, currency, occurred_at)"
                        + " values (gen_random_uuid(), ?, ?, 990, 'USD', now() - (" + ago + "))",
                customer,
                type);
    }

    private long entries(UUID customer) {
        return accounts.number("select count(*) from musicmuse.ledger_entry where customer_id = ?", customer);
    }

    private boolean isThere(UUID customer) {
        return accounts.number("select count(*) from musicmuse.billing_customer where id = ?", customer) == 1;
    }
}
