package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import io.astrionix.musicmuse.shared.WaitingPeople;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs let requests go first: one that is counted and never ends would slow each of them. */
class RequestsUnderWayIT extends Deployed {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    private WaitingPeople people;

    @Inject
    private Settings settings;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatever_a_request_comes_to_it_ends() throws Exception {
        int before = people.count();
        for (var path :
                List.of("/index.xhtml", "/no-such-page.xhtml", "/admin/index.xhtml", "/ws/practice", "/a%00b", "/")) {
            get(path);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (people.count() != before && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(people.count()).isEqualTo(before);
    }

    private void get(String path) throws IOException, InterruptedException {
        var address = URI.create(settings.text(Setting.SITE_ORIGIN).orElseThrow() + path);
        assertThat(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                        .statusCode())
                .isPositive();
    }
}
