package io.astrionix.musicmuse.system.pages;

import io.astrionix.musicmuse.system.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A form of a page, sent by somebody who was never shown it, with the state of somebody who was. */
final class Postback {

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
        return visitor.post(path.substring(1), fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
