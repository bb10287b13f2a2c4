package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.EmailTakenException;
import io.astrionix.musicmuse.accounts.boundary.FirstAdminCommand;
import io.astrionix.musicmuse.accounts.boundary.FirstAdminService;
import io.astrionix.musicmuse.accounts.control.FirstAdmin;
import io.astrionix.musicmuse.inserver.inside.InTransaction;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server of these tests has no admin, until these tests make one; and none afterwards. */
@Tag("ASVS-6.3.2")
class FirstAdminIT extends Deployed {

    private static final String PASSWORD = "a grand piano in the attic";

    @Inject
    private FirstAdminService service;

    @Inject
    private FirstAdmin firstAdmin;

    @Inject
    private InTransaction inTransaction;

    @Inject
    private TestAccounts accounts;

    @BeforeEach
    @AfterEach
    void nobody_runs_this_installation() {
        accounts.update("delete from musicmuse.account where id in"
                + " (select account_id from musicmuse.account_role where role = 'PLATFORM_ADMIN')");
    }

    @Test
    @Tag("ASVS-15.4.2")
    void of_many_who_use_the_link_at_once_one_becomes_the_admin() throws Exception {
        var token = newToken();
        var made = AtOnce.call(() -> createWithoutHashing(token));
        assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(admins()).isEqualTo(1);
        assertThat(service.isOpen(token)).isFalse();
    }

    /** Two nodes that start at the same moment may each leave a link that works. */
    @Test
    @Tag("ASVS-15.4.2")
    void two_links_at_once_make_one_admin_too() throws Exception {
        var tokens = new ConcurrentLinkedQueue<>(tokensOfManyNodes());
        var made = AtOnce.call(() -> createWithoutHashing(tokens.remove()));
        assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void once_there_is_an_admin_no_start_makes_a_link() throws Exception {
        assertThat(service.create(command(newToken()))).isPresent();
        assertThat(inTransaction.call(firstAdmin::newLink)).isEmpty();
    }

    @Test
    void a_new_start_ends_the_link_of_the_one_before() throws Exception {
        var old = newToken();
        var next = newToken();
        assertThat(service.isOpen(old)).isFalse();
        assertThat(service.create(command(old))).isEmpty();
        assertThat(service.isOpen(next)).isTrue();
    }

    @Test
    @Tag("ASVS-6.4.1")
    void after_a_day_the_link_is_too_old() throws Exception {
        var token = newToken();
        accounts.update("update musicmuse.one_time_token set expires_at = expires_at - interval '24 hours'"
                + " where token_use = 'FIRST_ADMIN'");
        assertThat(service.isOpen(token)).isFalse();
        assertThat(service.create(command(token))).isEmpty();
        assertThat(admins()).isZero();
    }

    @Test
    void a_taken_email_leaves_the_link_as_it_was() throws Exception {
        var token = newToken();
        var taken = accounts.create() + "@test.musicmuse.test";
        assertThatThrownBy(() -> service.create(new FirstAdminCommand(token, "Ada", taken, PASSWORD)))
                .isInstanceOf(EmailTakenException.class);
        assertThat(service.isOpen(token)).isTrue();
        assertThat(admins()).isZero();
    }

    /** Hashing lets only a few through at a time; this is the step behind it, where they meet. */
    private Optional<AccountId> createWithoutHashing(String token) throws Exception {
        return inTransaction.call(() -> firstAdmin.create(command(token), "no hash"));
    }

    private List<String> tokensOfManyNodes() throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < AtOnce.THREADS; i++) {
            tokens.add(newToken());
            accounts.update("update musicmuse.one_time_token set token_use = 'VERIFY_EMAIL'"
                    + " where token_use = 'FIRST_ADMIN'");
        }
        accounts.update("update musicmuse.one_time_token set token_use = 'FIRST_ADMIN'"
                + " where token_use = 'VERIFY_EMAIL' and account_id is null");
        return tokens;
    }

    private String newToken() throws Exception {
        var link = inTransaction.call(firstAdmin::newLink).orElseThrow();
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    private static FirstAdminCommand command(String token) {
        return new FirstAdminCommand(token, "Ada", UUID.randomUUID() + "@admin.musicmuse.test", PASSWORD);
    }

    private long admins() {
        return accounts.number("select count(*) from musicmuse.account_role where role = 'PLATFORM_ADMIN'");
    }
}
