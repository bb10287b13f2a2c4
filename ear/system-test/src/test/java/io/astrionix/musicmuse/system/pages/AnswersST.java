package io.astrionix.musicmuse.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to requests that are unusual, and what it lets nobody choose. */
@SystemTest
class AnswersST {

    private static final String PAGE_OF_SIGNED_IN = "practice/choose.xhtml";
    private static final int SESSIONS = 12;

    private final RunningMusicMuse musicMuse;
    private Visitor stranger;

    AnswersST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeEach
    void somebody_comes() {
        stranger = Visitor.stranger(musicMuse);
    }

    @Test
    @Tag("ASVS-4.1.1")
    void every_answer_says_what_it_is_and_in_which_charset() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var wrong = new ArrayList<String>();
        for (var row : AccessRow.all()) {
            if (row.page().startsWith("/ws/")) {
                continue;
            }
            var answer = learner.get(row.path().substring(1).replaceFirst("\\{.*}", "x"));
            var type = answer.headers().firstValue("Content-Type").orElse("none");
            if (!answer.body().isEmpty() && !isRight(type, row.page())) {
                wrong.add(row.path() + ": " + type);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @Tag("ASVS-13.4.3")
    @ValueSource(
            strings = {
                "resources",
                "resources/",
                "resources/musicmuse/",
                "resources/musicmuse/js",
                "resources/musicmuse/js/practice/",
                "resources/musicmuse/img/",
                "practice",
                "practice/",
                "account/",
                "jakarta.faces.resource/",
                "WEB-INF/",
                "META-INF/"
            })
    void no_folder_is_listed(String folder) {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        assertThat(learner.get(folder).statusCode()).isIn(302, 403, 404);
        assertThat(stranger.get(folder).statusCode()).isIn(302, 403, 404);
        assertThat(learner.get(folder).body()).doesNotContain("layout.css\"", ".js\">", "choose.xhtml\">choose");
    }

    @ParameterizedTest
    @Tag("ASVS-13.4.5")
    @ValueSource(
            strings = {
                "health",
                "health/ready",
                "metrics",
                "openapi",
                "openapi/ui",
                "swagger-ui",
                "management",
                "console",
                "wildfly-services",
                "api",
                "docs/access.md",
                "actuator"
            })
    void monitoring_and_documentation_are_not_on_the_public_port(String path) {
        assertThat(stranger.get(path).statusCode()).isIn(302, 404);
        assertThat(Visitor.signedIn(musicMuse, musicMuse.learner()).get(path).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("ASVS-15.3.7")
    void a_parameter_sent_twice_opens_nobody_elses_record() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var trainer = Visitor.signedIn(musicMuse, musicMuse.trainer());
        var foreign = take(trainer);
        var own = take(learner);
        for (var query : new String[] {"id=" + own + "&id=" + foreign, "id=" + foreign + "&id=" + own}) {
            var answer = learner.get("practice/session.xhtml?" + query);
            assertThat(answer.statusCode()).isIn(200, 404);
            assertThat(answer.body()).doesNotContain(foreign);
        }
    }

    @Test
    @Tag("ASVS-4.1.3")
    @Tag("ASVS-15.3.4")
    void headers_of_a_proxy_that_is_not_there_are_ignored() {
        var learner = musicMuse.learner();
        var visitor = Visitor.stranger(musicMuse);
        visitor.signIn(learner.email(), learner.password());
        var forged = new String[] {
            "X-Forwarded-For", "203.0.113.77",
            "X-Real-IP", "203.0.113.77",
            "Forwarded", "for=203.0.113.77;host=evil.example",
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Proto", "https"
        };
        var sessions = visitor.send("GET", "account/sessions.xhtml", "", forged);
        assertThat(sessions.statusCode()).isEqualTo(200);
        assertThat(visitor.get("account/sessions.xhtml").body())
                .contains("127.0.0")
                .doesNotContain("203.0.113.77");
        var redirect = stranger.send("GET", PAGE_OF_SIGNED_IN, "", forged);
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().toString()).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @Tag("ASVS-4.2.1")
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 50\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: 5x\r\n"
            })
    void a_request_whose_end_is_doubtful_is_not_followed_by_another(String framing) throws IOException {
        var answers = raw("POST /signin.xhtml HTTP/1.1\r\nHost: " + host() + "\r\n" + framing + "\r\n0\r\n\r\n"
                + "GET /index.xhtml HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n");
        assertThat(answers).doesNotContain("HTTP/1.1 200");
    }

    /** Mojarra would run a form that is sent by GET; whatever is in an address stays in histories and logs. */
    @Test
    @Tag("ASVS-3.5.3")
    @Tag("ASVS-14.2.1")
    void the_fields_of_a_form_are_not_taken_from_an_address() {
        var learner = musicMuse.learner();
        var email = URLEncoder.encode(learner.email(), StandardCharsets.UTF_8);
        var password = URLEncoder.encode(learner.password(), StandardCharsets.UTF_8);
        var state = "jakarta.faces.ViewState=stateless";
        var button = "signIn=signIn&signIn:submit=signIn:submit";
        var fields = "signIn:email=" + email + "&signIn:password=" + password;

        var byGet = stranger.get("signin.xhtml?" + String.join("&", state, button, fields));
        assertThat(byGet.statusCode()).isEqualTo(400);
        for (var inAddress : List.of(fields, fields.replace(":", "%3A"), "x=y&" + fields)) {
            var answer = stranger.post("signin.xhtml?" + inAddress, state + "&" + button);
            assertThat(answer.statusCode()).isEqualTo(400);
        }
        assertThat(stranger.get("signin.xhtml?" + state).statusCode()).isEqualTo(400);
        assertThat(stranger.get("signin.xhtml?next=/practice/choose.xhtml?a=b:c")
                        .statusCode())
                .isEqualTo(200);
        assertThat(stranger.get(PAGE_OF_SIGNED_IN).statusCode()).isEqualTo(302);
        assertThat(stranger.post("signin.xhtml", String.join("&", state, button, fields))
                        .statusCode())
                .as("the same in the body")
                .isEqualTo(302);
    }

    @Test
    @Tag("ASVS-7.2.4")
    void signing_in_gives_a_new_session_and_the_old_id_opens_nothing() {
        stranger.get("signin.xhtml");
        var learner = musicMuse.learner();
        var before = stranger.cookieHeader();
        assertThat(stranger.signIn(learner.email(), learner.password()).statusCode())
                .isEqualTo(302);
        assertThat(stranger.get(PAGE_OF_SIGNED_IN).statusCode()).isEqualTo(200);
        assertThat(stranger.cookieHeader()).isNotEmpty().isNotEqualTo(before);
        assertThat(opened(before)).isFalse();
        assertThat(opened(stranger.cookieHeader())).isTrue();
    }

    @Test
    @Tag("ASVS-7.4.1")
    void a_session_that_was_signed_out_opens_nothing_any_more() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var cookies = learner.cookieHeader();
        assertThat(opened(cookies)).isTrue();
        learner.signOut();
        assertThat(opened(cookies)).isFalse();
    }

    /** 22 characters of base64 are 128 bits, if each is equally likely: no position of the ids says the same twice. */
    @Test
    @Tag("ASVS-7.2.3")
    void ids_of_sessions_are_long_and_share_nothing() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < SESSIONS; i++) {
            var id = sessionId(Visitor.signedIn(musicMuse, musicMuse.learner()).cookieHeader());
            assertThat(id).matches("[A-Za-z0-9_+/.-]{22,}");
            ids.add(id);
        }
        assertThat(new HashSet<>(ids)).hasSize(SESSIONS);
        int telling = 0;
        for (int position = 0; position < ids.get(0).length(); position++) {
            int at = position;
            long different = ids.stream()
                    .map(id -> id.charAt(Math.min(at, id.length() - 1)))
                    .distinct()
                    .count();
            telling += different > SESSIONS / 3 ? 1 : 0;
        }
        assertThat(telling).isGreaterThanOrEqualTo(22);
    }

    private static String sessionId(String cookies) {
        for (var cookie : cookies.split("; ")) {
            if (cookie.toLowerCase(Locale.ROOT).contains("session")) {
                return cookie.substring(cookie.indexOf('=') + 1)
                        .replaceFirst("\\.[^.]*$", "")
                        .replace("\"", "");
            }
        }
        throw new AssertionError("No session in " + cookies.replaceAll("=[^;]*", ""));
    }

    private boolean opened(String cookies) {
        return !cookies.isEmpty()
                && Visitor.stranger(musicMuse)
                                .send("GET", PAGE_OF_SIGNED_IN, "", "Cookie", cookies)
                                .statusCode()
                        == 200;
    }

    private static String take(Visitor player) {
        try (var page = PracticeClient.connect(player)) {
            var session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(new short[9_600], PracticeClient.CATCHING_UP);
            page.stop(9_600);
            return session;
        }
    }

    private static boolean isRight(String type, String path) {
        var charset = type.toLowerCase(Locale.ROOT).replace(" ", "");
        if (path.endsWith(".svg")) {
            return charset.equals("image/svg+xml;charset=utf-8");
        }
        if (path.contains(".css")) {
            return charset.equals("text/css;charset=utf-8");
        }
        return charset.equals("text/html;charset=utf-8");
    }

    private String host() {
        return musicMuse.baseUri().getAuthority();
    }

    private String raw(String request) throws IOException {
        URI site = musicMuse.baseUri();
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
