package io.astrionix.musicmuse.system;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was mailed to somebody: the system tests have no mail server, so mails wait in the outbox with their values.
 *
 * <pre>{@code
 * visitor.get(Mailbox.pathFor(musicMuse, "zoe@example.org", MailTemplate.VERIFY_EMAIL));
 * }</pre>
 */
public final class Mailbox {

    private Mailbox() {}

    /** The link of the newest such mail. */
    public static URI linkFor(RunningMusicMuse musicMuse, String to, MailTemplate template) {
        var mails = values(musicMuse, to, template);
        if (mails.isEmpty()) {
            throw new AssertionError("No mail " + template + " to " + to);
        }
        return URI.create(mails.get(0).getString("link"));
    }

    /** The same without the site's origin and its slash, as {@link Visitor#get} wants it. */
    public static String pathFor(RunningMusicMuse musicMuse, String to, MailTemplate template) {
        var link = linkFor(musicMuse, to, template);
        return link.getRawPath().substring(1) + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
    }

    /** How many such mails there are. */
    public static int count(RunningMusicMuse musicMuse, String to, MailTemplate template) {
        return values(musicMuse, to, template).size();
    }

    /** The values of all such mails, the newest first; keys as in {@code MailValue}. */
    public static List<JsonObject> values(RunningMusicMuse musicMuse, String to, MailTemplate template) {
        try (var connection = musicMuse.database().connect();
                var query = connection.prepareStatement("select template_values from musicmuse.outbox_mail"
                        + " where recipient = ? and template = ? order by queued_at desc")) {
            query.setString(1, to);
            query.setString(2, template.name());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<JsonObject>();
                while (rows.next()) {
                    found.add(Json.createReader(new StringReader(rows.getString(1)))
                            .readObject());
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
