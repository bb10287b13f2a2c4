package io.astrionix.musicmuse.system.accounts;

import io.astrionix.musicmuse.system.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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

/** account/profile.xhtml as a visitor fills it in. */
final class ProfilePage {

    static final String PATH = "account/profile.xhtml";

    private static final String BOUNDARY = "----musicmuse-test";
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*\\bvalue=\"([^\"]*)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ProfilePage() {}

    /** The fields as somebody leaves them who says nothing but a name. */
    static Map<String, String> empty(String name) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("profile:displayName", name);
        fields.put("profile:instrument_input", "");
        fields.put("profile:level_input", "");
        fields.put("profile:bio", "");
        fields.put("profile:language_input", "en");
        fields.put("profile:look_input", "BROWSER");
        return fields;
    }

    static HttpResponse<String> save(Visitor visitor, Map<String, String> fields) {
        return visitor.submit(PATH, "profile", "profile:save", fields);
    }

    static HttpResponse<String> removePicture(Visitor visitor) {
        return press(visitor, "avatar:remove", "", "application/octet-stream", new byte[0]);
    }

    /** @param type what the browser says the file is */
    static HttpResponse<String> upload(Visitor visitor, String fileName, String type, byte[] file) {
        return press(visitor, "avatar:keep", fileName, type, file);
    }

    /** In parts, as browsers send a form with a file. */
    private static HttpResponse<String> press(
            Visitor visitor, String button, String fileName, String type, byte[] file) {
        var state = VIEW_STATE.matcher(visitor.get(PATH).body());
        if (!state.find()) {
            throw new AssertionError("No form on " + PATH);
        }
        var body = new ByteArrayOutputStream();
        field(body, "avatar", "avatar");
        field(body, button, button);
        field(body, "jakarta.faces.ViewState", state.group(1));
        text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"avatar:file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(file);
        text(body, "\r\n--" + BOUNDARY + "--\r\n");
        return send(
                HttpRequest.newBuilder(URI.create(visitor.origin() + "/" + PATH))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Origin", visitor.origin())
                        .header("Cookie", visitor.cookieHeader())
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                BodyHandlers.ofString());
    }

    static HttpResponse<byte[]> picture(Visitor visitor) {
        return send(
                HttpRequest.newBuilder(URI.create(visitor.origin() + "/account/avatar"))
                        .header("Cookie", visitor.cookieHeader())
                        .GET(),
                BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), as);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
