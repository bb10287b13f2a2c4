package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.erasure.control.RestoreGate;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.privacy.boundary.ErasureStart;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Doors;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P12: a database that was put back to before erasures stays shut until these are done again. */
class RestoreGateIT extends Deployed {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 5;

    private static final String ACCOUNT =
            "insert into musicmuse.account values (?, 1, ?, 'Restored', 'no hash', now())";

    @Inject
    private RestoreGate gate;

    @Inject
    private ErasureStart erasure;

    @Inject
    private TestAccounts accounts;

    @Inject
    private Settings settings;

    @Inject
    private UserTransaction transaction;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Tag("R58")
    @Tag("R60")
    void it_is_shut_until_the_ledger_was_replayed_and_then_nobody_is_back() throws Exception {
        long mark = mark();
        var erased = new ArrayList<AccountId>();
        for (int i = 0; i < PEOPLE; i++) {
            erased.add(accounts.create());
        }
        var other = accounts.create();
        erased.forEach(account -> erasure.erase(account, UUID.randomUUID()));
        assertThat(gate.isBehind()).isFalse();

        restore(erased, mark);
        assertThat(gate.isBehind()).isTrue();
        transaction.begin(); // nothing can be written into the erasures as long as this is open
        accounts.update("lock table musicmuse.erasure in share mode");
        gate.shutIfBehind();
        var shut = Doors.areShut();
        int answer = statusOfFrontPage();
        transaction.rollback();

        assertThat(shut).isTrue();
        assertThat(answer).isEqualTo(503);
        awaitOpen();
        assertThat(statusOfFrontPage()).isEqualTo(200);
        assertThat(erased).allSatisfy(account -> assertThat(count("account", "id", account))
                .isZero());
        assertThat(count("practice_session", "account_id", erased.get(0))).isZero();
        assertThat(count("account", "id", other)).isEqualTo(1);
        assertThat(gate.isBehind()).isFalse();
    }

    /** What a backup from before the erasures would bring back. */
    private void restore(List<AccountId> people, long mark) {
        for (var account : people) {
            accounts.update(ACCOUNT, account.value(), account + "@test.musicmuse.test");
            accounts.session(account, 100, true);
        }
        accounts.update("delete from musicmuse.erasure where ledger_end > ?", mark);
        accounts.update("update musicmuse.erasure_mark set seq = ?", mark);
    }

    private int statusOfFrontPage() throws IOException, InterruptedException {
        var page = URI.create(settings.text(Setting.SITE_ORIGIN).orElseThrow() + "/index.xhtml");
        return http.send(HttpRequest.newBuilder(page).GET().build(), BodyHandlers.discarding())
                .statusCode();
    }

    private void awaitOpen() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Doors.areShut() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(Doors.areShut()).isFalse();
    }

    private long mark() {
        return accounts.number("select seq from musicmuse.erasure_mark");
    }

    private long count(String table, String column, AccountId account) {
        return accounts.number(
                "select count(*) from musicmuse." + table + " where " + column + " = ?", account.value());
    }
}
