package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.SignInSessions;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long sign-ins last: the defaults of docs/security.md, a second before and after. */
class SignInLimitsIT extends Deployed {

    @Inject
    private SignInSessions sessions;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    @ParameterizedTest
    @CsvSource({
        "LEARNER, 7200",
        "GUARDIAN, 7200",
        "TRAINER, 1800",
        "ORG_ADMIN, 1800",
        "SUPPORT, 1800",
        "PLATFORM_ADMIN, 1800"
    })
    @Tag("ASVS-7.3.1")
    void a_sign_in_that_is_not_used_ends(Role role, int seconds) throws Exception {
        var used = begin(role);
        var idle = begin(role);
        move("last_seen_at", used, seconds - 10);
        move("last_seen_at", idle, seconds + 1);
        assertOpenAndEnded(used, idle);
    }

    @ParameterizedTest
    @CsvSource({
        "LEARNER, 43200",
        "GUARDIAN, 43200",
        "TRAINER, 28800",
        "ORG_ADMIN, 28800",
        "SUPPORT, 28800",
        "PLATFORM_ADMIN, 28800"
    })
    @Tag("ASVS-7.3.2")
    void a_sign_in_ends_after_its_longest_time_however_much_it_is_used(Role role, int seconds) throws Exception {
        var young = begin(role);
        var old = begin(role);
        move("absolute_end_at", young, seconds - 10);
        move("absolute_end_at", old, seconds + 1);
        assertOpenAndEnded(young, old);
    }

    @Test
    @Tag("ASVS-7.3.1")
    @Tag("ASVS-7.3.2")
    void being_used_keeps_it_from_idling_and_does_not_move_its_end() throws Exception {
        var signIn = begin(Role.LEARNER);
        var end = end(signIn);
        move("last_seen_at", signIn, 3_600);

        assertThat(sessions.check(signIn)).isPresent();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.sign_in where id = ? and last_seen_at > now() - interval '1 minute'",
                        signIn))
                .isEqualTo(1);
        assertThat(end(signIn)).isEqualTo(end);
    }

    /** For pages, and for sockets. */
    private void assertOpenAndEnded(UUID open, UUID ended) {
        assertThat(sessions.stillOpen(List.of(open, ended))).containsExactly(open);
        assertThat(sessions.check(open)).isPresent();
        assertThat(sessions.check(ended)).isEmpty();
    }

    private UUID begin(Role role) throws Exception {
        return signIns.signIn(signIns.person(role), SignInLevel.SECOND_FACTOR);
    }

    private void move(String column, UUID signIn, int seconds) {
        var back = "make_interval(secs => ?) where id = ?";
        var command = column.equals("last_seen_at")
                ? "update musicmuse.sign_in set last_seen_at = last_seen_at - " + back
                : "update musicmuse.sign_in set absolute_end_at = absolute_end_at - " + back;
        assertThat(accounts.update(command, seconds, signIn)).isEqualTo(1);
    }

    private String end(UUID signIn) {
        return accounts.text("select absolute_end_at::text from musicmuse.sign_in where id = ?", signIn);
    }
}
