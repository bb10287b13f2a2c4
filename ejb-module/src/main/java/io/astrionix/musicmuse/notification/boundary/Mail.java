package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to one person.
 *
 * @param key unique: a second mail with the same key is not sent (R82)
 * @param account whose mail it is, so that it goes when the account goes; empty for a guardian or a stranger
 * @param to one address without a name
 * @param values for the template's places, such as name and link; a value with a line break is refused
 */
public record Mail(
        String key,
        MailTemplate template,
        Optional<AccountId> account,
        String to,
        Locale language,
        Map<String, String> values) {

    public Mail {
        values = Map.copyOf(values);
    }
}
