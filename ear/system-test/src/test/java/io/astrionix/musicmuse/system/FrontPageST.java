package io.astrionix.musicmuse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@SystemTest
class FrontPageST {

    private final RunningMusicMuse musicMuse;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FrontPageST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    void the_front_page_is_there_for_everybody() throws Exception {
        var page = get(musicMuse.baseUri());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("signin.xhtml").doesNotContain("???");
    }

    @Test
    void the_icons_of_the_theme_can_be_loaded() throws Exception {
        var css = get(
                musicMuse.baseUri().resolve("jakarta.faces.resource/primeicons/primeicons.css.xhtml?ln=primefaces"));
        assertThat(css.headers().firstValue("Content-Type")).contains("text/css;charset=UTF-8");
        assertThat(css.body()).contains("primeicons.woff2.xhtml").doesNotContain("#{resource");
    }

    @Test
    void the_health_checks_say_up() throws Exception {
        var health = get(musicMuse.healthUri());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("DOWN");
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
