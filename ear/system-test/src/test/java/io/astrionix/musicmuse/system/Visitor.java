package io.astrionix.musicmuse.system;

import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Somebody with a browser that has no scripts: keeps cookies, fills in forms, follows no redirect by itself. */
public final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*\\bvalue=\"([^\"]*)\"");

    private final URI site;
    private final CookieJar cookies = new CookieJar();
    private final HttpClient http;

    private Visitor(URI site, SSLContext trust) {
        this.site = site;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .build();
    }

    public static Visitor stranger(RunningMusicMuse musicMuse) {
        return new Visitor(musicMuse.baseUri(), Trust.in(musicMuse));
    }

    /** For sockets, which need the same trust. */
    public HttpClient http() {
        return http;
    }

    /** Somebody who has just signed in through the sign-in page. */
    public static Visitor signedIn(RunningMusicMuse musicMuse, DemoAccount account) {
        var visitor = stranger(musicMuse);
        var answer = visitor.signIn(account.email(), account.password());
        if (isSecondStep(answer)) {
            SecondSteps.forget(musicMuse, account.email());
            answer = visitor.secondStep(account.code());
        }
        if (answer.statusCode() != 302) {
            throw new AssertionError("Sign-in of " + account + " answered " + answer.statusCode());
        }
        return visitor;
    }

    /** Whether an answer to {@link #signIn} asks for a code. */
    public static boolean isSecondStep(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").contains("/signin-code.xhtml");
    }

    /** Fills in the page that comes after the password. A redirect (302) means that it worked. */
    public HttpResponse<String> secondStep(String code) {
        return submit("signin-code.xhtml", "secondStep", "secondStep:submit", Map.of("secondStep:code", code));
    }

    /** Fills in the sign-in page. A redirect (302) means that it worked. */
    public HttpResponse<String> signIn(String email, String password) {
        return submit(
                "signin.xhtml", "signIn", "signIn:submit", Map.of("signIn:email", email, "signIn:password", password));
    }

    /** Presses the button in the head of the page. */
    public HttpResponse<String> signOut() {
        return submit("index.xhtml", "account", "account:signOut", Map.of());
    }

    /** @param path from the site's root, without a slash before it */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(site.resolve(path)).GET());
    }

    /** Like {@link #get}, with the language a browser asks for. */
    public HttpResponse<String> getIn(String language, String path) {
        return send(HttpRequest.newBuilder(site.resolve(path))
                .header("Accept-Language", language)
                .GET());
    }

    /** The cookies as a browser would send them; empty without any. */
    public String cookieHeader() {
        return cookies.header();
    }

    /**
     * Sends anything, with this visitor's cookies.
     *
     * @param path from the site's root, without a slash before it
     * @param headers name, value, name, value
     */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(site.resolve(path)).method(method, BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Presses the button in the head of the page, but with other headers than our pages send. */
    public HttpResponse<String> signOut(String... headers) {
        return send("POST", "index.xhtml", fillIn("index.xhtml").body("account", "account:signOut", Map.of()), headers);
    }

    /** Posts a form without saying how long it is. */
    public HttpResponse<String> postChunked(String path, String body) {
        return send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", FORM)
                .header("Origin", origin())
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    }

    /** Posts a form as the scripts of our pages do. */
    public HttpResponse<String> postAjax(String path, String body) {
        return send(
                "POST",
                path,
                body,
                "Content-Type",
                FORM,
                "Origin",
                origin(),
                "Sec-Fetch-Site",
                "same-origin",
                "Faces-Request",
                "partial/ajax",
                "X-Requested-With",
                "XMLHttpRequest");
    }

    /** Posts a form as one of our pages does. */
    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "Content-Type", FORM, "Origin", origin(), "Sec-Fetch-Site", "same-origin");
    }

    /** What a browser sends as {@code Origin} from a page of the site. */
    public String origin() {
        return site.getScheme() + "://" + site.getAuthority();
    }

    /** The practice socket's address. */
    public URI practiceSocket() {
        return URI.create(site.resolve("/ws/practice").toString().replaceFirst("^http", "ws"));
    }

    /**
     * Loads a page, fills in one of its forms and presses a button.
     *
     * @param page from the site's root, with its query
     * @param fields by client id; also such as the form does not have
     */
    public HttpResponse<String> submit(String page, String form, String button, Map<String, String> fields) {
        return fillIn(page).submit(form, button, fields);
    }

    /** Loads a page, to submit one of its forms later: a tab that stays open. */
    public OpenPage fillIn(String page) {
        var viewState = VIEW_STATE.matcher(get(page).body());
        if (!viewState.find()) {
            throw new AssertionError("No form on " + page);
        }
        return new OpenPage(page, viewState.group(1));
    }

    /** A page as it was when it was loaded. */
    public final class OpenPage {

        private final String page;
        private final String viewState;

        private OpenPage(String page, String viewState) {
            this.page = page;
            this.viewState = viewState;
        }

        public HttpResponse<String> submit(String form, String button, Map<String, String> fields) {
            return post(page, body(form, button, fields));
        }

        private String body(String form, String button, Map<String, String> fields) {
            return filledIn(form, button, viewState, fields);
        }
    }

    private static String filledIn(String form, String button, String viewState, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put(form, form);
        all.put(button, button);
        all.put("jakarta.faces.ViewState", viewState);
        return all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            if (!cookies.header().isEmpty()) {
                request.header("Cookie", cookies.header());
            }
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookies::keep);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
