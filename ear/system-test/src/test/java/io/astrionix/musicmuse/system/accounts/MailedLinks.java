package io.astrionix.musicmuse.system.accounts;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.sql.SQLException;
import java.util.Optional;

/** The links in mails that wait in the outbox. */
final class MailedLinks {

    private final RunningMusicMuse musicMuse;

    MailedLinks(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    /** The link in the newest mail of a kind, without the site's origin and the slash after it. */
    String newest(String recipient, String template) {
        return find(recipient, template)
                .orElseThrow(() -> new AssertionError("no mail " + template + " to " + recipient));
    }

    Optional<String> find(String recipient, String template) {
        try (var connection = musicMuse.database().connect();
                var query =
                        connection.prepareStatement("select template_values::json ->> 'link' from musicmuse.outbox_mail"
                                + " where recipient = ? and template = ? order by queued_at desc limit 1")) {
            query.setString(1, recipient);
            query.setString(2, template);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getString(1)
                                .substring(musicMuse.baseUri().toString().length()))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
