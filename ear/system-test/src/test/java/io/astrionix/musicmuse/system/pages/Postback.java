package io.astrionix.musicmuse.system.pages;

import io.astrionix.musicmuse.system.Visitor;
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
import java.util.regex.Pattern;

/** A form of a page, sent by somebody who was never shown it, with the state of somebody who was. */
final class Postback {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*\\bvalue=\"([^\"]*)\"");
    private static final Pattern SUBMIT =
            Pattern.compile("<button[^>]*\\bname=\"([^\"]+)\"|<form[^>]*\\bid=\"([^\"]+)\"");

    private final String fields;

    /** Takes forms, buttons and view state from the page as somebody sees it who may. */
    Postback(String page) {
        var body = new StringBuilder("jakarta.faces.partial.ajax=false");
        VIEW_STATE.matcher(page).results().findFirst().ifPresent(state -> body.append("&jakarta.faces.ViewState=")
                .append(encoded(state.group(1))));
        SUBMIT.matcher(page)
                .results()
                .map(match -> encoded(match.group(1) == null ? match.group(2) : match.group(1)))
                .forEach(name -> body.append('&').append(name).append('=').append(name));
        this.fields = body.toString();
    }

    HttpResponse<String> send(Visitor visitor, String path) {
        var request = HttpRequest.newBuilder(URI.create(visitor.origin() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", visitor.origin())
                .POST(BodyPublishers.ofString(fields));
        if (!visitor.cookieHeader().isEmpty()) {
            request.header("Cookie", visitor.cookieHeader());
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
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
