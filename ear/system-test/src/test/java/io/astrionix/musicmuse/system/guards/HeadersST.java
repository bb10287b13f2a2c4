package io.astrionix.musicmuse.system.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.data.Routes;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every answer tells the browser what it may do with it: pages, files, redirects, refusals, errors, handshakes. */
@SystemTest
class HeadersST {

    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{24})'");

    private final RunningMusicMuse musicMuse;
    private final Visitor stranger;
    private final Visitor learner;

    HeadersST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.stranger = Visitor.stranger(musicMuse);
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
    }

    @Test
    @Tag("R68")
    @Tag("ASVS-3.4.3")
    @Tag("ASVS-3.4.4")
    @Tag("ASVS-3.4.5")
    @Tag("ASVS-3.4.6")
    @Tag("ASVS-3.4.7")
    @Tag("ASVS-3.4.8")
    @Tag("ASVS-3.5.8")
    void every_answer_has_the_headers() {
        var answers = answers();
        assertThat(answers.values()).extracting(HttpResponse::statusCode).contains(200, 302, 403, 404, 405, 411, 413);
        answers.forEach((what, answer) -> assertHeaders(what, answer.headers()));
    }

    @Test
    @Tag("ASVS-3.4.3")
    void a_refused_handshake_has_the_headers() {
        assertHeaders("401", PracticeClient.refusalHeaders(stranger, stranger.origin()));
        assertHeaders("403", PracticeClient.refusalHeaders(learner, "https://evil.example"));
    }

    @Test
    @Tag("ASVS-3.4.3")
    void each_answer_has_a_nonce_of_its_own_and_none_that_the_client_chose() {
        var nonces = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            nonces.add(nonce(stranger.get("signin.xhtml")));
        }
        assertThat(nonces).hasSize(20);
        for (var chosen : List.of("evil", nonces.iterator().next())) {
            for (var answer : List.of(
                    stranger.get("signin.xhtml?primefaces.nonce=" + chosen),
                    stranger.post("signin.xhtml", "primefaces.nonce=" + chosen),
                    stranger.post(
                            "signin.xhtml",
                            "signIn=signIn&jakarta.faces.ViewState=stateless&primefaces.nonce=" + chosen))) {
                assertThat(answer.statusCode()).isLessThan(500);
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow())
                        .doesNotContain(chosen);
                assertThat(answer.body()).doesNotContain(chosen);
            }
        }
    }

    @Test
    @Tag("ASVS-14.3.2")
    void pages_are_not_kept_and_files_are_asked_for_again_or_carry_their_version() {
        assertThat(caching(learner.get("practice/history.xhtml"))).isEqualTo("no-store");
        assertThat(caching(learner.get("no-such-page.xhtml"))).isEqualTo("no-store");
        assertThat(caching(stranger.get("resources/musicmuse/css/practice.css")))
                .isEqualTo("no-cache");
        var page = stranger.get("signin.xhtml").body();
        var script = Pattern.compile("src=\"/(jakarta\\.faces\\.resource/[^\"]*v=[^\"]*)\"")
                .matcher(page);
        assertThat(script.find()).isTrue();
        assertThat(caching(stranger.get(script.group(1).replace("&amp;", "&")))).contains("immutable");
    }

    @Test
    @Tag("ASVS-3.4.2")
    void no_other_site_is_let_in_by_cors() {
        var answer = learner.send("GET", "practice/history.xhtml", "", "Origin", "https://evil.example");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    @Tag("R74")
    @Tag("ASVS-3.3.1")
    @Tag("ASVS-3.3.2")
    @Tag("ASVS-3.3.3")
    @Tag("ASVS-3.3.4")
    void the_session_cookie_is_for_this_host_alone_and_for_no_script() {
        var cookies = Visitor.stranger(musicMuse);
        var answer =
                cookies.signIn(musicMuse.learner().email(), musicMuse.learner().password());
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(
                        cookie.toLowerCase(java.util.Locale.ROOT))
                .startsWith("__host-")
                .contains("secure", "httponly", "samesite=lax", "path=/")
                .doesNotContain("domain="));
    }

    @Test
    @Tag("ASVS-14.3.1")
    void signing_out_clears_what_the_browser_kept() {
        var leaving = Visitor.signedIn(musicMuse, musicMuse.trainer());
        assertThat(leaving.signOut().headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
    }

    @Test
    @Tag("ASVS-13.4.4")
    void methods_that_no_page_uses_are_refused() {
        for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "FOO")) {
            for (var visitor : List.of(stranger, learner)) {
                for (var path : List.of("", "signin.xhtml", "practice/history.xhtml", "no-such-page.xhtml")) {
                    var answer = visitor.send(method, path, "", "Origin", visitor.origin());
                    assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
                }
            }
        }
    }

    private Map<String, HttpResponse<String>> answers() {
        var answers = new LinkedHashMap<String, HttpResponse<String>>();
        for (var route : Routes.all()) {
            answers.put("stranger " + route, stranger.get(route));
            answers.put("learner " + route, learner.get(route));
        }
        for (var closed : List.of(
                "WEB-INF", "web-inf/web.xml", "WEB-INF/classes/", "META-INF", "META-INF/", "practice", "resources")) {
            answers.put(closed, stranger.get(closed));
        }
        answers.put("forged", learner.send("POST", "signin.xhtml", "a=b", "Origin", "https://evil.example"));
        answers.put("without origin", stranger.send("POST", "practice/history.xhtml", "a=b"));
        answers.put("method", stranger.send("DELETE", "index.xhtml", ""));
        answers.put("trace", stranger.send("TRACE", "index.xhtml", ""));
        answers.put("no such file", stranger.get("resources/musicmuse/no-such-file.js"));
        answers.put("no such resource", stranger.get("jakarta.faces.resource/no.css.xhtml?ln=musicmuse"));
        answers.put("too much", learner.post("practice/choose.xhtml", "a".repeat(300_000)));
        answers.put("chunked", learner.postChunked("practice/choose.xhtml", "a=b"));
        answers.put("not a report", stranger.post("csp-report", "la la la"));
        answers.put("bad link", learner.get("practice/room.xhtml?exercise=%00&instrument=violin"));
        answers.put("bad parameter", stranger.get("signin.xhtml?next=%ff"));
        answers.put("expired page", learner.post("practice/choose.xhtml", "choose=choose&jakarta.faces.ViewState=1:1"));
        return answers;
    }

    private void assertHeaders(String what, HttpHeaders headers) {
        var missing = new ArrayList<String>();
        var policies = headers.allValues("Content-Security-Policy").stream()
                .map(policy -> NONCE.matcher(policy).replaceAll("'nonce-N'"))
                .toList();
        if (!policies.equals(List.of(policy()))) {
            missing.add("Content-Security-Policy");
        }
        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin")
                .forEach((name, value) -> {
                    if (!headers.allValues(name).equals(List.of(value))) {
                        missing.add(name);
                    }
                });
        for (var name : List.of("Permissions-Policy", "Cache-Control")) {
            if (headers.allValues(name).size() != 1) {
                missing.add(name);
            }
        }
        for (var name : List.of("Server", "X-Powered-By")) {
            if (headers.firstValue(name).isPresent()) {
                missing.add("no " + name);
            }
        }
        assertThat(missing).as(what).isEmpty();
    }

    /** Word for word: a policy that is a little wider is another one. */
    private String policy() {
        return "default-src 'none'; script-src 'self' 'nonce-N'; style-src 'self'; style-src-attr 'unsafe-inline';"
                + " img-src 'self' data:; font-src 'self'; connect-src 'self' "
                + stranger.origin().replaceFirst("^http", "ws")
                + "; media-src 'self'; worker-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none';"
                + " frame-ancestors 'none'; report-uri /csp-report";
    }

    private static String nonce(HttpResponse<String> answer) {
        var found = NONCE.matcher(
                answer.headers().firstValue("Content-Security-Policy").orElse(""));
        assertThat(found.find()).isTrue();
        assertThat(answer.body()).contains("nonce=\"" + found.group(1) + "\"");
        return found.group(1);
    }

    private static String caching(HttpResponse<String> answer) {
        return String.join(",", answer.headers().allValues("Cache-Control"));
    }
}
