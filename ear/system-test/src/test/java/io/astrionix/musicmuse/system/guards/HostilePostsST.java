package io.astrionix.musicmuse.system.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.data.Routes;
import io.astrionix.musicmuse.system.figures.Figures;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forms filled in with what breaks forms: no failure of the server, nothing run, nothing saved. */
@SystemTest
class HostilePostsST {

    /** In each build; {@code -Dposts=20000} for the full run. */
    private static final int POSTS = Integer.getInteger("musicmuse.posts", 2_000);

    private static final int POSTS_A_PAGE = 20;

    /** What the expressions among the values would give, if anything evaluated them. */
    private static final String EVALUATED = "53743561";

    private static final List<String> SCRIPTS = List.of("<script>mmEvil()</script>", "<img src=x onerror=mmEvil()>");

    private static final List<String> VALUES = List.of(
            "x".repeat(5_000),
            "x".repeat(70_000),
            "\u0000",
            "a\u0000b",
            "\u0001\u0007\u001b[31m",
            "\r\nSet-Cookie: evil=1\r\n\r\n<html>",
            "a\r\nBcc: evil@evil.example",
            "2026-11-22 00:00:00,000 ERROR [evil] forged line\nanother",
            "#{7331*7331}",
            "${7331*7331}",
            "#{request.session.invalidate()}",
            SCRIPTS.get(0),
            "\"'>" + SCRIPTS.get(1),
            "]]><![CDATA[<evil/>",
            "' or '1'='1' --",
            "'; drop table musicmuse.account; --",
            "../../../../etc/passwd",
            "%00%0d%0a%ff",
            "\ud800",
            "\uFFFF\u202E\u200B",
            "\uD83C\uDFBB".repeat(200),
            "-1",
            "999999999999999999999999",
            "1e999999",
            "NaN",
            "null",
            "[]",
            "{}",
            "true");

    /** Those that the guard in front of Faces lets through, so that pages and services have to deal with them. */
    private static final List<String> QUIET_VALUES = VALUES.stream()
            .filter(value -> value.chars().noneMatch(Character::isISOControl))
            .toList();

    private static final List<String> VIEW_STATES = List.of(
            "",
            "stateless",
            "1:1",
            "-9223372036854775808:0",
            "a:b",
            ":",
            "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
            "x".repeat(2_000),
            "\u0000",
            "#{7331*7331}");

    private static final List<String> PARAMETERS = List.of(
            "jakarta.faces.partial.ajax",
            "jakarta.faces.partial.execute",
            "jakarta.faces.partial.render",
            "jakarta.faces.source",
            "jakarta.faces.behavior.event",
            "jakarta.faces.encodedURL",
            "jakarta.faces.ClientWindow",
            "jakarta.faces.RenderKitId",
            "primefaces.nonce",
            "primefaces.resetvalues",
            "primefaces.ignoreautoupdate",
            "primefaces.skipchildren",
            "pfdrid",
            "history:sessions_pagination",
            "history:sessions_first",
            "history:sessions_rows",
            "a\r\nb",
            "\u0000",
            "#{7331*7331}",
            "class.module.classLoader");

    private final RunningMusicMuse musicMuse;
    private final Random random = new Random(20_261_122);

    /** Whether the form at hand may hold what the guard refuses. */
    private boolean loud;

    HostilePostsST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    @Tag("ASVS-2.2.1")
    @Tag("ASVS-1.3.7")
    @Tag("ASVS-16.5.1")
    void hostile_posts_break_nothing() throws Exception {
        var log = new ServerLogWatch(musicMuse);
        var kept = new KeptRows(musicMuse);
        var before = kept.contents();
        var statuses = new TreeMap<Integer, Integer>();
        var wrong = new ArrayList<String>();
        long begin = System.nanoTime();
        for (int posted = 0; posted < POSTS; ) {
            var visitor = random.nextInt(4) == 0
                    ? Visitor.stranger(musicMuse)
                    : Visitor.signedIn(musicMuse, musicMuse.learner());
            for (var page : Routes.pages()) {
                posted += postAll(visitor, page, statuses, wrong);
            }
        }
        kept.liftRestrictions();
        double seconds = (System.nanoTime() - begin) / 1e9;
        int posts = statuses.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Hostile posts by status: " + statuses + " in " + seconds + " s");
        wrong.forEach(System.out::println);
        Figures.keep("hostile-posts", posts, "posts", ">= 20000");
        Figures.keep("hostile-posts-failures", wrong.size(), "posts", "= 0");
        assertThat(wrong).isEmpty();
        assertThat(statuses.keySet()).allMatch(status -> status < 500);
        assertThat(statuses.get(200)).as("that Faces answered").isGreaterThan(posts / 2);
        assertThat(log.trouble()).isEmpty();
        assertThat(log.lines()).noneMatch(line -> line.startsWith("2026-11-22 00:00:00,000 ERROR [evil]"));
        assertThat(kept.contents()).isEqualTo(before);
        assertThat(kept.spoiltTexts()).isZero();
    }

    private int postAll(Visitor visitor, String page, Map<Integer, Integer> statuses, List<String> wrong) {
        var html = visitor.get(page);
        if (html.statusCode() != 200) {
            return 0;
        }
        int posted = 0;
        for (var form : HtmlForm.on(page, html.body())) {
            for (int i = 0; i < POSTS_A_PAGE; i++) {
                loud = random.nextInt(3) == 0;
                var body = body(form);
                var answer =
                        random.nextInt(4) == 0 ? visitor.postAjax(page, body + ajax(form)) : visitor.post(page, body);
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                posted++;
                if (isWrong(answer)) {
                    wrong.add(answer.statusCode() + " of " + page + ": "
                            + body.substring(0, Math.min(300, body.length())));
                }
            }
        }
        return posted;
    }

    private static boolean isWrong(HttpResponse<String> answer) {
        boolean injected = answer.headers().map().keySet().stream().anyMatch(name -> name.contains("evil"))
                || answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("evil"));
        return answer.statusCode() >= 500
                || injected
                || answer.body().contains(EVALUATED)
                || SCRIPTS.stream().anyMatch(answer.body()::contains);
    }

    /** Each field as it is, hostile, doubled or left out; sometimes another view state, sometimes more parameters. */
    private String body(HtmlForm form) {
        var pairs = new ArrayList<String>();
        form.fields().forEach((name, value) -> {
            int choice = random.nextInt(10);
            if (name.equals("jakarta.faces.ViewState")) {
                pairs.add(pair(name, loud && choice < 2 ? any(VIEW_STATES) : value));
            } else if (name.contains("signOut") || (name.contains("assword") && choice < 9)) {
                return; // signing out ends the play; a password costs a bcrypt each
            } else if (choice < 4) {
                pairs.add(pair(name, hostile()));
            } else if (choice < 9) {
                pairs.add(pair(name, value));
            }
            if (choice == 3) {
                pairs.add(pair(name, hostile()));
            }
        });
        for (int more = loud ? random.nextInt(4) : 0; more > 0; more--) {
            pairs.add(pair(any(PARAMETERS), random.nextBoolean() ? hostile() : "true"));
        }
        return String.join("&", pairs);
    }

    /** As PrimeFaces' scripts send it, or nearly. */
    private String ajax(HtmlForm form) {
        var fields = List.copyOf(form.fields().keySet());
        return "&"
                + String.join(
                        "&",
                        pair("jakarta.faces.partial.ajax", "true"),
                        pair("jakarta.faces.source", random.nextInt(4) == 0 ? hostile() : any(fields)),
                        pair("jakarta.faces.partial.execute", random.nextInt(4) == 0 ? hostile() : "@all"),
                        pair("jakarta.faces.partial.render", random.nextInt(4) == 0 ? hostile() : any(fields)));
    }

    /** Long ones are rare: they only cost time. */
    private String hostile() {
        var values = loud ? VALUES : QUIET_VALUES;
        var value = any(values);
        return value.length() > 1_000 && random.nextInt(10) > 0 ? any(values.subList(2, values.size())) : value;
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
