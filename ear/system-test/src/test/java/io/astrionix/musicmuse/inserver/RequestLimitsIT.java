package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limits as delivered, on the database they are counted in. */
@Tag("ASVS-2.4.1")
class RequestLimitsIT extends Deployed {

    @Inject
    private RequestLimits limits;

    @Inject
    private Settings settings;

    @Inject
    private TestAccounts database;

    @Resource
    private ManagedExecutorService threads;

    @Test
    void so_many_turns_there_are_and_not_one_more() {
        for (var limit : Limit.values()) {
            var key = UUID.randomUUID().toString();
            int count = settings.rate(limit.setting()).count();
            for (int turn = 1; turn <= count; turn++) {
                assertThat(limits.tryTake(limit, key)).as(limit + " " + turn).isTrue();
            }
            // Some turns come back while this runs: many in a minute, none in the time that one takes.
            int more = 0;
            while (more <= count && limits.tryTake(limit, key)) {
                more++;
            }
            assertThat(more).as(limit.name()).isLessThan(count);
            assertThat(limits.tryTake(limit, UUID.randomUUID().toString())).isTrue();
        }
    }

    @Test
    @Tag("ASVS-15.4.2")
    void turns_taken_at_once_are_each_counted() throws Exception {
        var key = UUID.randomUUID().toString();
        int count = settings.rate(Limit.CONTACT.setting()).count();
        var tries = new ArrayList<Future<Boolean>>();
        for (int i = 0; i < 4 * count; i++) {
            tries.add(threads.submit(() -> limits.tryTake(Limit.CONTACT, key)));
        }
        int taken = 0;
        for (var tried : tries) {
            taken += tried.get() ? 1 : 0;
        }
        assertThat(taken).isEqualTo(count);
    }

    @Test
    @Tag("ASVS-16.3.3")
    void a_limit_that_is_reached_is_in_the_audit_log_once() {
        var key = UUID.randomUUID().toString();
        long before = noted();
        while (limits.tryTake(Limit.CONTACT, key)) {
            assertThat(noted()).isEqualTo(before);
        }
        for (int i = 0; i < 5; i++) {
            limits.tryTake(Limit.CONTACT, key);
        }
        assertThat(noted()).isEqualTo(before + 1);
    }

    private long noted() {
        return database.number("select count(*) from musicmuse.audit_entry where action = 'REQUEST_LIMITED'");
    }
}
